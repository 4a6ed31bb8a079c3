import { Body1, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Preview } from "../../actions/previewPlan";
import type { PaneWords } from "../../text/pane/paneWords";
import { FailureNote } from "../shell/FailureNote";
import { Later } from "../shell/Later";
import { Waiting } from "../shell/Waiting";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { ListedCustomers } from "./ListedCustomers";
import { MethodHelp } from "./MethodHelp";
import { ParetoCurve } from "./ParetoCurve";
import type { PlanForm, SegmentationForm } from "./planForm";
import { scoreGridPart } from "./rfm/rfmPart";
import { rulesReportPart } from "./rules/rulesPart";
import { ShareBar } from "./ShareBar";
import { TierTable } from "./TierTable";

export interface PreviewCardProps {
  readonly pane: Pane;
  readonly form: PlanForm;
}

/** The picture of one segmentation, following the settings below it. */
export function PreviewCard({ pane, form }: PreviewCardProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { segments } = words;
  const { preview, viewed } = pane;
  const open = form.segmentations[form.open];
  const outcome = preview.value?.outcome.segmentations.find(({ id }) => id === open?.id);
  const empty = outcome?.groups.filter(({ customers }) => customers === 0).map(({ name }) => name) ?? [];

  return (
    <section className={styles.card} aria-labelledby="preview-name" aria-busy={preview.busy}>
      {open !== undefined && <CardHeading open={open} inForce={viewed !== null} />}
      {preview.failure !== null && (
        <FailureNote
          failure={preview.failure}
          onRetry={preview.reload}
          another={{ word: segments.goToData, act: () => pane.goTo("data") }}
        />
      )}
      {preview.value === null && preview.busy && viewed !== null && <Waiting text={segments.computing} />}
      {outcome !== undefined && preview.value !== null && (
        <div className={viewed === null || preview.failure !== null ? styles.outdated : styles.picture}>
          {viewed === null && <Caption1 role="status">{segments.outdated}</Caption1>}
          <ShareBar
            title={segments.customersBar}
            method={outcome.method}
            groups={outcome.groups}
            shareOf={(group) => group.shareOfCustomers}
          />
          <ShareBar
            title={segments.valueBar(outcome.used.valueColumn)}
            method={outcome.method}
            groups={outcome.groups}
            shareOf={(group) => group.shareOfValue}
          />
          {outcome.rfm !== undefined && (
            <Later part={scoreGridPart}>{({ ScoreGrid }) => <ScoreGrid outcome={outcome} />}</Later>
          )}
          <TierTable outcome={outcome} />
          {"emptyTiers" in outcome.used && empty.length > 0 && (
            <Body1 role="status">{segments.emptyTiers(empty, outcome.used.column)}</Body1>
          )}
          {outcome.rules && (
            <Later part={rulesReportPart}>{({ RulesReportNote }) => <RulesReportNote outcome={outcome} />}</Later>
          )}
          <Caption1>{accountedFor(preview.value, outcome, words)}</Caption1>
          <ListedCustomers
            title={segments.notClassified(outcome.notClassified.length)}
            why={segments.notClassifiedWhy}
            rows={outcome.notClassified}
            customers={preview.value.customers}
            onShow={pane.show}
          />
          <ListedCustomers
            title={segments.remarks(outcome.remarks.length)}
            why={remarksWhy(preview.value, outcome, words)}
            rows={outcome.remarks}
            customers={preview.value.customers}
            onShow={pane.show}
          />
          {outcome.curve.length > 0 && outcome.classified > 1 && <ParetoCurve outcome={outcome} />}
        </div>
      )}
    </section>
  );
}

type Outcome = Preview["outcome"]["segmentations"][number];

/** Rows and customers in, and what became of them. */
function accountedFor({ outcome: all, customers }: Preview, outcome: Outcome, { segments, rows }: PaneWords): string {
  const { classified, notClassified } = outcome;
  return customers.table.customers
    ? rows.rowsIn(all.rows, all.customers, classified, notClassified.length)
    : segments.rowsIn(all.rows, classified, notClassified.length);
}

function remarksWhy({ customers }: Preview, { method }: Outcome, { segments, rows }: PaneWords): string {
  if (customers.table.customers) return rows.remarksWhy;
  return method === "abc" ? segments.remarksWhy : segments.noAmountWhy;
}

/** The name, what the segmentation does, and what there is to know of its method. */
function CardHeading({ open, inForce }: { readonly open: SegmentationForm; readonly inForce: boolean }): ReactElement {
  const { segments } = useWords();
  return (
    <div>
      <Subtitle2 as="h2" id="preview-name" block>
        {open.name}
      </Subtitle2>
      {inForce && <Caption1 block>{inWords(open, segments)}</Caption1>}
      <MethodHelp method={open.method} />
    </div>
  );
}

/** What a segmentation does, in one sentence. */
function inWords(open: SegmentationForm, segments: PaneWords["segments"]): string {
  switch (open.method) {
    case "abc":
      return segments.inWords(open.tiers[0]?.name ?? "", open.tiers[0]?.cutoff ?? "", open.valueColumn);
    case "matrix":
      return segments.byColumn.matrix(open.axes.map(({ column }) => column));
    case "rfm":
    case "rules":
      return segments.byColumn[open.method];
    default:
      return segments.byColumn[open.method](open.column);
  }
}

const useStyles = makeStyles({
  card: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  picture: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  // Still readable, and visibly not the answer to what stands in the fields.
  outdated: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    filter: "grayscale(1)",
  },
});
