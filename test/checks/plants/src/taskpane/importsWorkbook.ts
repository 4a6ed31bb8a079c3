import { settle } from "../workbook/runsExcelByItself";

export const borrowed = settle;
