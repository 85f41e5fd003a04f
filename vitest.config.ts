// Unit tests: plain Node, no VS Code. All cores: vitest leaves one free, which on two is half of them.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/unit/**/*.test.ts"], testTimeout: 90_000, maxWorkers: "100%", minWorkers: 1 },
});
