import type { Answer } from "../schemas/citation.ts";
import { bare } from "./phrases.ts";
import { cutSentences } from "./text/sentences.ts";

/** Who the twin is, in its owner's words. */
export interface Profile {
  name: string;
  bio: string;
}

/** Longest excerpt, in UTF-16 units, and the most sentences of an answer. */
const MOST = { length: 500, sentences: 3 } as const;

const ABOUT = phrases(`
who are you,who r u,who is this,who am i talking to,what are you,what do you do,what do you do for a living,what do you do for work,what is your job,what s your job,what is your profession,where are you from,where do you come from,where do you live,tell me about yourself,tell me about you,tell me something about yourself,tell me more about yourself,introduce yourself,describe yourself
quién eres,quién es usted,quiénes son,quiénes sois,qué eres,qué haces,a qué te dedicas,a qué se dedica,a qué se dedica usted,en qué trabajas,de dónde eres,de dónde es usted,dónde vives,háblame de ti,cuéntame sobre ti,cuéntame de ti,preséntate
qui es tu,qui êtes vous,tu es qui,vous êtes qui,que fais tu,que fais tu dans la vie,que faites vous,que faites vous dans la vie,d'où viens tu,d'où venez vous,où habites tu,où habitez vous,parle moi de toi,parlez moi de vous,présente toi,présentez vous
wer bist du,wer sind sie,wer seid ihr,was bist du,was machst du,was machst du beruflich,was machst du so,was machen sie,was machen sie beruflich,woher kommst du,woher kommen sie,wo wohnst du,wo lebst du,erzähl mir von dir,erzähl von dir,erzähl mir etwas über dich,stell dich vor
quem é você,quem és tu,o que você faz,o que fazes,de onde você é,de onde és,onde você mora,fale sobre você,fala me de ti,apresente se
chi sei,chi siete,chi è lei,cosa fai,che cosa fai,cosa fai nella vita,che lavoro fai,di dove sei,da dove vieni,dove vivi,parlami di te,presentati
кто ты,кто вы,ты кто,вы кто,кто ты такой,кто ты такая,кто вы такие,чем занимаешься,чем ты занимаешься,чем вы занимаетесь,чем занимаетесь,что ты делаешь,что вы делаете,кем ты работаешь,кем вы работаете,откуда ты,откуда вы,ты откуда,вы откуда,где ты живешь,где вы живете,расскажи о себе,расскажите о себе
你是谁,您是谁,你是什么人,你是做什么的,您是做什么的,你做什么,你做什么工作,你的工作是什么,你是哪里人,您是哪里人,你来自哪里,您来自哪里,你住在哪里,介绍一下你自己,介绍一下自己,请介绍一下自己,请介绍一下你自己,自我介绍,自我介绍一下
あなたは誰,あなたは誰ですか,誰ですか,どなたですか,何をしていますか,お仕事は何ですか,仕事は何ですか,出身はどこですか,どこの出身ですか,どこに住んでいますか,自己紹介して,自己紹介してください
누구세요,누구야,누구입니까,누구신가요,당신은 누구세요,당신은 누구입니까,당신은 누구인가요,무슨 일을 하세요,무슨 일을 하나요,어디 출신이에요,어디 출신이세요,어디에서 왔어요,어디에 사세요,자기소개,자기소개해 주세요
आप कौन हैं,आप कौन हो,तुम कौन हो,आप क्या करते हैं,आप क्या करती हैं,आप कहां से हैं,आप कहाँ से हैं,आप कहां के हैं,आप कहां रहते हैं,आप कहां रहती हैं,आप कहाँ रहते हैं,आप कहाँ रहती हैं,अपने बारे में बताइए,अपने बारे में बताओ,अपने बारे में कुछ बताइए
من أنت,من انتم,من تكون,ماذا تعمل,ماذا تفعل,ما عملك,ما هو عملك,ما مهنتك,ما هي مهنتك,من أين أنت,أين تعيش,أين تسكن,حدثني عن نفسك,أخبرني عن نفسك,عرف بنفسك,عرفني بنفسك
คุณคือใคร,คุณเป็นใคร,คุณทำอะไร,คุณทำงานอะไร,คุณมาจากไหน,คุณอยู่ที่ไหน,แนะนำตัว,แนะนำตัวหน่อย`);

const NAME = phrases(`
what is your name,what s your name,cómo te llamas,cómo se llama usted,cuál es tu nombre,comment t'appelles tu,comment vous appelez vous,wie heißt du,wie heißen sie,como você se chama,qual é o seu nome,come ti chiami,как тебя зовут,как вас зовут,你叫什么,你叫什么名字,您叫什么名字,お名前は,お名前は何ですか,이름이 뭐예요,이름이 무엇인가요,आपका नाम क्या है,तुम्हारा नाम क्या है,ما اسمك,ما هو اسمك,คุณชื่ออะไร`);

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/[\n,]/).map(bare));
}

/** The bio as an answer to a question about the twin itself; null for any other, or without a bio. */
export function answerFromProfile(
  { name, bio }: Profile,
  question: string,
): Answer | null {
  const asked = bare(question);
  if (!ABOUT.has(asked) && !NAME.has(asked)) return null;
  const told = cutSentences(bio).slice(0, MOST.sentences);
  while (told.length > 1 && told[told.length - 1].end > MOST.length) told.pop();
  const last = told.at(-1);
  if (!last) return null;
  const text = told.map((sentence) => sentence.text).join(" ");
  const answer = NAME.has(asked) && !bare(bio).includes(bare(name))
    ? `${name}. ${text}`.slice(0, 600)
    : text;
  const excerpt = bio.slice(told[0].start, last.end);
  return { answer, citations: [{ title: name, excerpt }], grounded: true };
}
