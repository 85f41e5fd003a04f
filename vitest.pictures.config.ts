// Pictures of the real thing for README, and for eyes: see scripts/pictures.mjs.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/pictures/**/*.test.ts"],
    testTimeout: 90_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
