import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { type Place, places } from "../state/usePlace";
import { useWords } from "../words";
import { Icon } from "./Icon";

export interface PaneTabsProps {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}

/** Ids that tie a tab to its panel. */
export const tabId = (place: Place): string => `tab-${place}`;
export const panelId = (place: Place): string => `panel-${place}`;

/** The four places, always in the same order. */
export function PaneTabs({ place, onPlace }: PaneTabsProps): ReactElement {
  const styles = useStyles();
  const { shell } = useWords();
  return (
    <nav aria-label={shell.places}>
      <TabList
        className={styles.list}
        selectedValue={place}
        onTabSelect={(_, { value }) => onPlace(value as Place)}
        selectTabOnFocus={false}
      >
        {places.map((each) => (
          <Tab
            key={each}
            value={each}
            id={tabId(each)}
            aria-controls={each === place ? panelId(each) : undefined}
            className={styles.tab}
          >
            <span className={styles.stack}>
              <Icon name={each} />
              {shell.tabs[each]}
            </span>
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}

const useStyles = makeStyles({
  list: { display: "flex", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    flexGrow: 1,
    minWidth: 0,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
  },
  // Icon above word: side by side, four of them do not fit into 320 px.
  stack: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
  },
});
