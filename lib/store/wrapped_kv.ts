/** The store with some of its members replaced. */
export function wrappedKv(kv: Deno.Kv, own: Partial<Deno.Kv>): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      const mine = own[name as keyof Deno.Kv];
      if (mine) return mine;
      const member = Reflect.get(target, name, target);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}
