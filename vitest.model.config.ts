// Tests over a real model server that the learner names: slow, so one after another and with long limits.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/model/**/*.test.ts"],
    testTimeout: 60 * 60_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    expect: { poll: { timeout: 30_000 } },
  },
});
