import { makeStyles, tokens } from "@fluentui/react-components";

/** The look of the tables of figures about changes. */
export const useFigureTable = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "start",
      verticalAlign: "top",
      fontWeight: tokens.fontWeightRegular,
      overflowWrap: "anywhere",
    },
    "& thead th": { color: tokens.colorNeutralForeground2 },
  },
  number: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
});
