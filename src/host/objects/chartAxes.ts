import { HostError } from "../errors";
import type { Session } from "../session";
import type { Handles, SheetChart } from "./handles";
import { flagArgument, numberArgument, object, textArgument, wordArgument, type ObjectClass } from "./objectClass";
import { changeChart, missingPart } from "./changeChart";

const axes: ObjectClass<SheetChart> = {
  navigation: {
    CategoryAxis: (of) => object("ChartAxis", { ...of, axis: of.chart.axes.category, which: "category" }),
    ValueAxis: (of) => object("ChartAxis", { ...of, axis: of.chart.axes.value, which: "value" }),
  },
  methods: {
    GetItem: (of, [type, group]) => {
      const secondary = wordArgument(group ?? "Primary", ["Primary", "Secondary"]) === "Secondary";
      const category = wordArgument(type, ["Category", "Value"]) === "Category";
      if (secondary && category)
        throw new HostError(
          "UnsupportedOperation",
          "The operation being attempted is not supported: a second category axis.",
        );
      // Only a chart with a series on the second axis has one. [K] P44
      if (secondary && !of.chart.series.some(({ axisGroup }) => axisGroup === "Secondary"))
        missingPart("secondary axis");
      const which = category ? "category" : secondary ? "secondaryValue" : "value";
      return object("ChartAxis", { ...of, axis: of.chart.axes[which], which });
    },
  },
};

type OfAxis = Handles["ChartAxis"];

const axis: ObjectClass<OfAxis> = {
  scalars: {
    Minimum: ({ axis: one }) => one.minimum ?? "",
    Maximum: ({ axis: one }) => one.maximum ?? "",
    NumberFormat: ({ axis: one }) => one.numberFormat ?? "General",
    Visible: ({ axis: one }) => one.visible,
    Type: ({ which }) => (which === "category" ? "Category" : "Value"),
    AxisGroup: ({ which }) => (which === "secondaryValue" ? "Secondary" : "Primary"),
  },
  sets: {
    // An empty text makes it automatic again. [D]
    Minimum: (of, value, session) =>
      changeAxis(of, session, (one) => (one.minimum = value === "" ? null : numberArgument(value))),
    Maximum: (of, value, session) =>
      changeAxis(of, session, (one) => (one.maximum = value === "" ? null : numberArgument(value))),
    NumberFormat: (of, value, session) => changeAxis(of, session, (one) => (one.numberFormat = textArgument(value))),
    Visible: (of, value, session) => changeAxis(of, session, (one) => (one.visible = flagArgument(value))),
  },
  navigation: { Title: (of) => object("ChartAxisTitle", of) },
};

const axisTitle: ObjectClass<Handles["ChartAxisTitle"]> = {
  scalars: { Text: ({ axis: one }) => one.title ?? "", Visible: ({ axis: one }) => one.title !== null },
  sets: {
    Text: (of, value, session) => changeAxis(of, session, (one) => (one.title = textArgument(value))),
    Visible: (of, value, session) =>
      changeAxis(of, session, (one) => (one.title = flagArgument(value) ? (one.title ?? "Axis Title") : null)),
  },
};

function changeAxis(of: Handles["ChartAxisTitle"], session: Session, make: (axis: OfAxis["axis"]) => unknown): void {
  changeChart(of, session, () => make(of.axis));
}

export const chartAxisClasses = { ChartAxes: axes, ChartAxis: axis, ChartAxisTitle: axisTitle };
