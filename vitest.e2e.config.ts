// End-to-end tests: each file has a real VS Code of its own in a browser. One file at a time: two do not fit on two
// cores.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts", "test/webview/**/*.test.mjs"],
    fileParallelism: false,
    testTimeout: 120_000,
    // A window on a busy machine may lose one key; what fails twice is told.
    retry: 1,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
