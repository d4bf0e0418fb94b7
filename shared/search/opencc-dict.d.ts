// opencc-js ships its tables without types. Each is `"from to to…|from to|…"`, all characters of one script.
declare module 'opencc-js/dict/*' {
  const table: string;
  export { table as default };
}
