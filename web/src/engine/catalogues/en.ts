// The catalogue of one language, as one chunk of its own.

export default Object.values(
  import.meta.glob<string>("../../../locales/en/*.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
).join("\n");
