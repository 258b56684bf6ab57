// Loaded before the program: tells its parent, when asked, how much of a processor it has used.
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});
