/** The part of Papa Parse that is used here; its types from npm bring Node's along. */
declare const Papa: {
  parse<Row>(
    text: string,
    options: { delimiter: string; preview?: number },
  ): { data: Row[] };
};
export default Papa;
