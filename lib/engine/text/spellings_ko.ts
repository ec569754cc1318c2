/**
 * Korean as typed on phones and by ear, with what is meant: pairs "written=meant" of equal length, so that places in
 * the text stay.
 */
const TYPED =
  "않되=안되 않돼=안돼 않된=안된 않됩=안됩 않해=안해 않가=안가 않와=안와 괜찬=괜찮 괸찮=괜찮 갠찮=괜찮 괜춘=괜찮 몇일=며칠 " +
  "어떻해=어떡해 어뜨케=어떻게 어떠케=어떻게 어떻케=어떻게 할께=할게 갈께=갈게 볼께=볼게 올께=올게 드릴께=드릴게 " +
  "되요=돼요 됬=됐 됫=됐 돼나=되나 돼는=되는 돼면=되면 되서=돼서 되야=돼야 언재=언제 어딧=어딨 어디애=어디에 얼마애=얼마예 " +
  "이써=있어 잇나=있나 잇어=있어 잇는=있는 잇을=있을 업나요=없나요 업을까=없을까 조은=좋은 마니=많이 시러=싫어 " +
  "가르켜=가르쳐 맞겨=맡겨 맏겨=맡겨 할려=하려 볼려=보려 배울려=배우려 받을려=받으려 먹을려=먹으려 들을려=들으려 " +
  "설겆이=설거지 찌게=찌개 갯수=개수 오랫만=오랜만 스케쥴=스케줄 보냇=보냈 냄세=냄새 햇어=했어 햇는=했는 햇나=했나 " +
  "왓어=왔어 왓는=왔는 갓어=갔어 갓는=갔는 샀써=샀어 예악=예약 예얃=예약 주챠=주차 환뷸=환불 취쇼=취소 가걱=가격";

const MEANT = new Map(
  TYPED.split(" ").map((pair) => {
    const [written, meant] = pair.split("=");
    return [written, meant];
  }),
);
/** "머" is "뭐" as a word of its own: not in "머리". */
const WRITTEN = new RegExp(
  `${[...MEANT.keys()].join("|")}|(?<!\\p{L})머(?=[ 가를]|에요|예요|입)`,
  "gu",
);

/** A Korean text as it is meant; of the same length. */
export function koreanSpelled(text: string): string {
  return text.replace(WRITTEN, (written) => MEANT.get(written) ?? "뭐");
}
