/** The part of Papa Parse used here; its types from npm pull in Node's. */
declare const Papa: {
  parse<Row>(
    text: string,
    options: { delimiter: string; preview?: number },
  ): { data: Row[] };
};
export default Papa;
