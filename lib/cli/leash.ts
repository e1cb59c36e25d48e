// Loaded into each child before its own program: a child whose parent is gone, however it ended, stops too.
const patience = 5_000;

if (process.channel) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), patience).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
