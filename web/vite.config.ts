import { defineConfig } from "vitest/config";

// Nothing is inlined: the content security policy allows no inline script, style or data URI.
export default defineConfig({
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    cssCodeSplit: false,
  },
  test: {
    environment: "happy-dom",
    include: ["test/**/*.test.ts"],
    retry: 0,
  },
});
