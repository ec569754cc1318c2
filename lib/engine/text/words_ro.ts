/** Romanian words whose forms no rule tells. */
export const ROMANIAN_WORDS = {
  /** Masculine and neuter nouns that keep what looks like an ending, or begin as a verb does; without their endings. */
  masculine: `
    program parc caz avans bucatar brutar olar fierar pescar tamplar gradinar veterinar ospatar pantofar ceasornicar
    cizmar lautar zidar curelar cojocar lemnar sticlar aurar argintar calendar pahar dolar formular exemplar seminar
    buzunar dictionar itinerar secretar dosar orar fular zahar hotar ziar minibar bar marinar umerar bazar bijutier
    model tabel hotel nivel tunel inel cercel cutit credit profit sistem kilogram regim balsam atelier cartier santier
    premier server lider frizer chelner cavaler perete cet bilet buget internet tichet pachet parchet caiet biet boier
    obiect afet minut salut capat sat baiat barbat soldat fabricat certificat atestat brevet institut apartament palat
    carat dulap imparat format aparat aluat element moment document aliment instrument tratament medicament abonament
    regulament eveniment experiment argument pavement mormant pamant vant cuvant spirit exercitiu serviciu premiu
    concediu salariu interviu studiu minister mister magister caracter carnet lichid ulei cartof cactus autobuz
    microbuz rucsac ambulator dormitor telefon rezultat extras parfum volum consum costum album drum fum
  `,
  /** Feminine nouns of the same kind. */
  feminine: `
    marturi gradinit vizit camer puter carier barier dimineat salat bucat sanatat cetat ciocolat sambat limit chitar
    primavar cutiut povest problem form aventur cultur natur figur temperatur brosur structur armat fregat placint
    lumanar sculptur arhitectur suprafat greseal chelneri cafenea lenjeri galeri papetari florari patiseri croitori
    cofetari
  `,
  /** Adjectives and persons of the same kind, with the endings of both. */
  either: `
    adevarat avocat chinez danez englez francez inginer japonez liber maghiar matur maxim militar minim olandez
    partener pensionar planetar poet prim privat pur scolar secret sigur singur student
  `,
  /** Stems that are one word's, each as "stem=stem". */
  one_word: `
    put=pot diabetic=diabet celiach=celiac inscriet=inscri scriet=scris mancar=manc cop=copil copilas=copil fet=fat
    fetit=fat baiet=baiat baietel=baiat feme=fem omen=om zil=zi ziu=zi piet=piat viet=viat iern=iarn primaver=primavar
    mers=merg facut=fac deschis=deschid inchis=inchid trimit=trim trimis=trim adus=aduc adu=aduc scr=scris scri=scris
    scrier=scris inscr=inscri inscris=inscri inscrier=inscri ales=aleg ajuns=ajung pus=pun spus=spun vand=vind
    vanz=vind vanzator=vind comend=comand cumparat=cumpar cumparator=cumpar mananc=manc purt=port juc=joc rupt=rup
    sparg=spart copt=coc fiert=fierb nast=nasc crest=cresc mor=mur mort=mur vad=ved vazut=ved intarzi=intarz
    intarzier=intarz inchir=inchiri chir=inchiri inchirier=inchiri fotografi=fotograf fotografier=fotograf
    cunost=cunosc durat=dur raspuns=raspund cerut=cer tinut=tin sunat=sun donat=don cazat=caza livrator=livr
    ajutor=ajut prajitur=prajit intors=intorc intoarc=intorc trecut=trec plans=plang ars=ard stins=sting prins=prind
    aprins=aprind suris=surad inteles=inteleg cules=culeg strans=strang atins=ating impins=imping sters=sterg
    tors=torc uns=ung dus=duc tradus=traduc condus=conduc redus=reduc inclus=includ exclus=exclud permis=permit
    promis=promit admis=admit compus=compun propus=propun dispus=dispun expus=expun fript=frig supt=sug
    fripturi=friptur mutat=mut lasat=las uitat=uit jucat=joc jucar=jucari taiat=tai rugat=rog iarb=ierb piatr=pietr
    stea=stel mere=mar mer=mar purcel=porc calut=cal catelus=catel orasel=oras varstnic=varst englezest=englez
    bolnavior=bolnav tiner=tanar
  `,
};
