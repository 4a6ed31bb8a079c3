/** Far west of Greenwich: a date that passes through local time comes out a day early, and a test fails. */
module.exports = () => {
  process.env.TZ = "America/Los_Angeles";
};
