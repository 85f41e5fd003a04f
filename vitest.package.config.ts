// Tests of the packaged extension's contents.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/package/**/*.test.ts"], testTimeout: 180_000 } });
