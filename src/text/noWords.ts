/** What the pane says where its words did not arrive: they come before any language, so they are in both. */
export const noWords = {
  said: [
    { lang: "en", text: "Tierbook's words could not be loaded. Check the network, then try again." },
    { lang: "zh-CN", text: "未能加载 Tierbook 的文字。请检查网络后重试。" },
  ],
  tryAgain: "Try again · 重试",
} as const;
