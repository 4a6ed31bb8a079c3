import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { Later } from "../shell/Later";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { ColumnSelect } from "./ColumnSelect";
import { ColumnField } from "./ColumnField";
import { matrixPart } from "./matrix/matrixPart";
import type { PlanForm } from "./planForm";
import { rfmPart } from "./rfm/rfmPart";
import { rulesPart } from "./rules/rulesPart";
import { TieredFields } from "./TieredFields";

export interface SegmentationFieldsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

/** What decides the tiers of the segmentation on view. */
export function SegmentationFields({ pane, form, inspection }: SegmentationFieldsProps): ReactElement | null {
  const styles = useStyles();
  const { segments } = useWords();
  const open = form.segmentations[form.open];
  if (open === undefined) return null;
  const writing = pane.run.state.kind === "running";
  const wrong = (field: string): string | undefined => {
    const problem = pane.problems.find((each) => each.segmentation === form.open && each.field === field);
    return problem === undefined ? undefined : segments.invalid[problem.kind];
  };
  const { valueCandidates } = inspection;
  return (
    <section className={styles.fields} aria-labelledby="settings">
      <Subtitle2 as="h3" id="settings">
        {segments.parameters}
      </Subtitle2>
      {form.segmentations.length > 1 && (
        <Field label={segments.segmentation} hint={segments.segmentationHint}>
          <Select
            value={String(form.open)}
            disabled={writing}
            onChange={(_, { value }) => pane.edit({ kind: "open", segmentation: Number(value) })}
          >
            {form.segmentations.map(({ id, name }, i) => (
              <option key={id} value={i}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {valueCandidates.length === 0 && open.method !== "rfm" && <Body1>{segments.noValues}</Body1>}
      {open.method !== "abc" && "tiers" in open && (
        <ColumnField {...{ pane, form, inspection, wrong }} method={open.method} column={open.column} />
      )}
      {open.method !== "rfm" && (
        <Field
          label={open.method === "abc" ? segments.valueColumn : segments.summed}
          validationMessage={wrong("value") ?? null}
        >
          <ColumnSelect
            value={open.valueColumn}
            names={valueCandidates}
            disabled={writing}
            onChange={(column) => pane.edit({ kind: "value", column })}
          />
        </Field>
      )}
      <Field label={segments.name} validationMessage={wrong("name") ?? null}>
        <Input
          value={open.name}
          disabled={writing}
          onChange={(_, { value }) => pane.edit({ kind: "name", name: value })}
        />
      </Field>
      {open.method === "matrix" ? (
        <Later part={matrixPart}>
          {({ MatrixFields }) => <MatrixFields {...{ pane, form, inspection, open, wrong }} />}
        </Later>
      ) : open.method === "rules" ? (
        <Later part={rulesPart}>
          {({ RulesFields }) => <RulesFields key={open.id} {...{ pane, form, inspection, open, wrong }} />}
        </Later>
      ) : open.method === "rfm" ? (
        <Later part={rfmPart}>{({ RfmFields }) => <RfmFields {...{ pane, form, inspection, open, wrong }} />}</Later>
      ) : (
        <TieredFields {...{ inspection, open, wrong }} disabled={writing} onEdit={pane.edit} />
      )}
      {form.segmentations.length > 1 && (
        <div>
          <Button size="small" appearance="subtle" disabled={writing} onClick={() => pane.edit({ kind: "remove" })}>
            {segments.removeSegmentation}
          </Button>
          <Caption1 block>{segments.removeMeans}</Caption1>
        </div>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
});
