/** A native table's name from a segmentation's id: ids hold no underscore, so no two ids make one name. */
export function tableName(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll("-", "_")}`;
}
