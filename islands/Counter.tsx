import { useSignal } from "@preact/signals";
export default function Counter(props: { text: string }) {
  const n = useSignal(0);
  return <button type="button" onClick={() => n.value++}>{props.text} {n}</button>;
}
