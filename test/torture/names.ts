/** What the tables of every world are called. */
export const customerTable = "Customers";
export const ordersTable = "Orders";
export const keyColumn = "Id";
