/** The workbench page's own words. The pane brings its own. */
export interface WorkbenchWords {
  readonly title: string;
  readonly open: string;
  readonly sample: string;
  readonly download: string;
  readonly dropHere: string;
  readonly stays: string;
  readonly mode: string;
  readonly editing: string;
  readonly viewing: string;
  readonly sampleName: string;
  readonly nameBox: string;
  readonly formulaBar: string;
  readonly sheets: string;
  readonly hiddenSheets: (count: number) => string;
  readonly protectedSheet: string;
  readonly grid: (sheet: string) => string;
  readonly pane: string;
  readonly paneLanguage: string;
  readonly reloadPane: string;
  readonly paneWidth: string;
  readonly trace: string;
  readonly requests: (count: number) => string;
  readonly unsupported: (count: number) => string;
  readonly clearTrace: string;
  readonly noRequests: string;
  readonly moreLines: (count: number) => string;
  readonly notSupported: string;
  readonly opening: (name: string) => string;
  readonly saving: string;
  readonly close: string;
  readonly failures: Readonly<
    Record<
      "not-a-workbook" | "file-too-large" | "file-encrypted" | "file-xls" | "file-xlsb" | "unexpected",
      (name: string) => string
    >
  >;
  readonly refusals: Readonly<Record<"protected" | "read-only" | "pivot" | "refused", string>>;
}

export const workbenchWords: Readonly<Record<"en" | "zh", WorkbenchWords>> = {
  en: {
    title: "Tierbook workbench",
    open: "Open a workbook",
    sample: "Sample",
    download: "Download",
    dropHere: "Drop the workbook to open it",
    stays: "Everything stays in this browser: nothing is uploaded.",
    mode: "Mode",
    editing: "Editing",
    viewing: "Viewing (read-only)",
    sampleName: "Sample loan clients.xlsx",
    nameBox: "Name box",
    formulaBar: "Formula bar",
    sheets: "Sheets",
    hiddenSheets: (count) => (count === 1 ? "1 sheet is hidden" : `${count} sheets are hidden`),
    protectedSheet: "protected",
    grid: (sheet) => `Cells of ${sheet}`,
    pane: "Tierbook task pane",
    paneLanguage: "Display language of Excel",
    reloadPane: "Reload the pane",
    paneWidth: "Width of the pane",
    trace: "Requests",
    requests: (count) => (count === 1 ? "1 request" : `${count} requests`),
    unsupported: (count) => (count === 1 ? "1 operation is not supported" : `${count} operations are not supported`),
    clearTrace: "Clear",
    noRequests: "The add-in has asked nothing yet.",
    moreLines: (count) => `and ${count} more`,
    notSupported: "Not supported",
    opening: (name) => `Opening ${name}`,
    saving: "Preparing the file",
    close: "Close",
    failures: {
      "not-a-workbook": (name) =>
        `“${name}” is not an Excel workbook (.xlsx). The workbook that was open is still here.`,
      "file-too-large": (name) => `“${name}” is too large to open here. The workbook that was open is still here.`,
      "file-encrypted": (name) =>
        `“${name}” is protected by a password. Remove the password in Excel (File, Info, Protect Workbook), save and open it again.`,
      "file-xls": (name) =>
        `“${name}” is an .xls of Excel 97 to 2003. Save it as an .xlsx workbook in Excel and open that.`,
      "file-xlsb": (name) =>
        `“${name}” is an .xlsb, a binary workbook. Save it as an .xlsx workbook in Excel and open that.`,
      unexpected: (name) => `“${name}” could not be opened. The workbook that was open is still here.`,
    },
    refusals: {
      protected: "This cell is on a protected sheet. To change it, unprotect the sheet in Excel first.",
      "read-only": "The workbook is open for viewing. Switch the mode to Editing to change cells.",
      pivot: "This cell belongs to a pivot table and cannot be changed.",
      refused: "Excel does not accept this here.",
    },
  },
  zh: {
    title: "Tierbook 工作台",
    open: "打开工作簿",
    sample: "示例",
    download: "下载",
    dropHere: "松开鼠标即可打开工作簿",
    stays: "所有内容都留在本浏览器中，不会上传。",
    mode: "模式",
    editing: "编辑",
    viewing: "查看（只读）",
    sampleName: "示例贷款客户.xlsx",
    nameBox: "名称框",
    formulaBar: "编辑栏",
    sheets: "工作表",
    hiddenSheets: (count) => `已隐藏 ${count} 个工作表`,
    protectedSheet: "受保护",
    grid: (sheet) => `${sheet} 的单元格`,
    pane: "Tierbook 任务窗格",
    paneLanguage: "Excel 显示语言",
    reloadPane: "重新加载窗格",
    paneWidth: "窗格宽度",
    trace: "请求",
    requests: (count) => `${count} 个请求`,
    unsupported: (count) => `${count} 个操作不受支持`,
    clearTrace: "清空",
    noRequests: "加载项尚未发出请求。",
    moreLines: (count) => `另有 ${count} 项`,
    notSupported: "不受支持",
    opening: (name) => `正在打开 ${name}`,
    saving: "正在生成文件",
    close: "关闭",
    failures: {
      "not-a-workbook": (name) => `“${name}”不是 Excel 工作簿（.xlsx）。原先打开的工作簿保持不变。`,
      "file-too-large": (name) => `“${name}”过大，无法在此打开。原先打开的工作簿保持不变。`,
      "file-encrypted": (name) =>
        `“${name}”设有密码。请先在 Excel 中（文件 › 信息 › 保护工作簿）取消密码，保存后再打开。`,
      "file-xls": (name) => `“${name}”是 Excel 97–2003 的 .xls 格式。请在 Excel 中另存为 .xlsx 工作簿后打开。`,
      "file-xlsb": (name) => `“${name}”是 .xlsb 二进制工作簿。请在 Excel 中另存为 .xlsx 工作簿后打开。`,
      unexpected: (name) => `无法打开“${name}”。原先打开的工作簿保持不变。`,
    },
    refusals: {
      protected: "此单元格位于受保护的工作表中。如需修改，请先在 Excel 中撤销工作表保护。",
      "read-only": "工作簿以只读方式打开。如需修改单元格，请将模式切换为“编辑”。",
      pivot: "此单元格属于数据透视表，不能修改。",
      refused: "Excel 不接受此处的这一更改。",
    },
  },
};
