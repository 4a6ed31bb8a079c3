import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, type TextareaHTMLAttributes, useId } from "react";

export interface TextBoxProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string;
  readonly hint?: string;
}

/** A box for a long text. The browser's own element takes millions of characters, and travels with no library. */
export function TextBox({ label, hint, ...more }: TextBoxProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className={styles.box} rows={4} spellCheck={false} {...more} />
      {hint !== undefined && <Caption1>{hint}</Caption1>}
    </div>
  );
}

const useStyles = makeStyles({
  field: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  box: {
    boxSizing: "border-box",
    width: "100%",
    resize: "vertical",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
