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

import type { InspectedColumn, TableInspection } from "../../actions/inspectTable";
import { paneWords } from "../../text/pane/paneWords";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { ColumnSelect } from "./ColumnSelect";
import { CutoffPicture } from "./CutoffPicture";
import { GroupFields } from "./GroupFields";
import { bandColumns, bandTiers, groupColumns, groupTiers } from "./newSegmentation";
import type { PlanForm, TierForm } from "./planForm";
import { TierFields } from "./TierFields";

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
  const ours = (pane.workbook.value?.columns ?? []).map(({ name }) => name);
  const columns = open.method === "groups" ? groupColumns(inspection, ours) : bandColumns(inspection);
  const tiersBy = (column: InspectedColumn): readonly TierForm[] =>
    open.method === "groups"
      ? groupTiers(column, form.sheetLanguage)
      : bandTiers(column, paneWords(form.sheetLanguage).segments.newNames.threeBands);
  const spread = inspection.columns.find(({ name }) => name === open.column)?.spread ?? null;
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
      {valueCandidates.length === 0 && <Body1>{segments.noValues}</Body1>}
      {open.method !== "abc" && (
        <Field label={segments.columnOf[open.method]} validationMessage={wrong("column") ?? null}>
          <ColumnSelect
            value={open.column}
            names={columns.map(({ name }) => name)}
            disabled={writing}
            onChange={(name) => {
              const column = columns.find((each) => each.name === name);
              if (column) pane.edit({ kind: "column", column: name, tiers: tiersBy(column) });
            }}
          />
        </Field>
      )}
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
      <Field label={segments.name} validationMessage={wrong("name") ?? null}>
        <Input
          value={open.name}
          disabled={writing}
          onChange={(_, { value }) => pane.edit({ kind: "name", name: value })}
        />
      </Field>
      {open.method === "cutoffs" && (
        <>
          <Field label={segments.direction}>
            <Select
              value={open.direction}
              disabled={writing}
              onChange={(_, { value }) =>
                pane.edit({ kind: "direction", direction: value === "low-first" ? "low-first" : "high-first" })
              }
            >
              <option value="high-first">{segments.highFirst}</option>
              <option value="low-first">{segments.lowFirst}</option>
            </Select>
          </Field>
          {spread !== null && spread.to > spread.from && (
            <CutoffPicture spread={spread} tiers={open.tiers} disabled={writing} onEdit={pane.edit} />
          )}
        </>
      )}
      {open.method === "groups" ? (
        <GroupFields groups={open.tiers} disabled={writing} wrong={wrong} onEdit={pane.edit} />
      ) : (
        <TierFields
          method={open.method}
          direction={open.direction}
          tiers={open.tiers}
          disabled={writing}
          wrong={wrong}
          onEdit={pane.edit}
        />
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
