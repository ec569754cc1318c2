/** Romanian words whose forms no rule tells. */
export const ROMANIAN_WORDS = {
  /** Masculine and neuter nouns that keep what looks like an ending, or begin as a verb does; without their endings. */
  masculine: `
    singur sigur matur pur
    program parc caz avans bucatar brutar olar fierar pescar tamplar gradinar veterinar ospatar pantofar ceasornicar
    cizmar lautar zidar curelar cojocar lemnar sticlar aurar argintar calendar pahar dolar formular exemplar seminar
    buzunar dictionar itinerar pensionar scolar secretar militar dosar orar fular zahar hotar ziar minibar bar
    marinar planetar umerar bazar bijutier model tabel hotel nivel tunel inel cercel cutit credit profit
    sistem kilogram regim balsam maxim minim atelier cartier santier premier partener inginer liber server lider
    frizer chelner cavaler francez englez chinez japonez olandez danez maghiar perete poet student cet bilet buget
    internet tichet pachet parchet caiet biet boier obiect afet  minut salut prim capat sat baiat barbat soldat
    avocat fabricat certificat atestat brevet institut apartament palat carat dulap imparat  
    format aparat privat adevarat aluat element moment document aliment instrument tratament medicament
    abonament regulament eveniment experiment argument pavement mormant pamant vant cuvant spirit exercitiu
    serviciu premiu concediu salariu interviu studiu minister mister magister caracter carnet lichid
    ulei cartof cactus autobuz microbuz rucsac  ambulator dormitor
    telefon rezultat extras parfum volum consum costum album drum fum
  `,
  /** Feminine nouns of the same kind. */
  feminine: `
    marturi     singur sigur matur pur     gradinit vizit camer puter carier barier dimineat salat bucat sanatat cetat ciocolat sambat limit chitar
    primavar cutiut povest problem dram tem crem norm form mam cur sos aventur cultur natur figur temperatur
    brosur structur armat fregat placint lumanar sculptur arhitectur suprafat greseal chelneri cafenea lenjeri galeri papetari
    florari patiseri croitori cofetari
  `,
  /** Stems that are one word's, each as "stem=stem". */
  one_word: `
    put=pot diabetic=diabet celiach=celiac     inscriet=inscri scriet=scris mancar=manc cop=copil copilas=copil fet=fat fetit=fat baiet=baiat baietel=baiat feme=fem omen=om zil=zi ziu=zi piet=piat
    viet=viat iern=iarn primaver=primavar mers=merg facut=fac deschis=deschid inchis=inchid trimit=trim trimis=trim
    adus=aduc adu=aduc scr=scris scri=scris scrier=scris inscr=inscri inscris=inscri inscrier=inscri ales=aleg
    ajuns=ajung pus=pun spus=spun vand=vind vanz=vind vanzator=vind comend=comand cumparat=cumpar cumparator=cumpar
    mananc=manc purt=port juc=joc rupt=rup sparg=spart copt=coc fiert=fierb nast=nasc crest=cresc mor=mur mort=mur
    vad=ved vazut=ved intarzi=intarz intarzier=intarz inchir=inchiri chir=inchiri inchirier=inchiri
    fotografi=fotograf fotografier=fotograf cunost=cunosc durat=dur raspuns=raspund cerut=cer tinut=tin
    sunat=sun donat=don cazat=caza livrator=livr ajutor=ajut prajitur=prajit
    intors=intorc intoarc=intorc trecut=trec stramt=stramt plans=plang rad=rad ars=ard stins=sting prins=prind
    aprins=aprind ascut=ascut suris=surad inteles=inteleg culeg=culeg cules=culeg strans=strang atins=ating
    impins=imping sters=sterg tors=torc uns=ung dus=duc tradus=traduc produs=produs condus=conduc
    redus=reduc inclus=includ exclus=exclud permis=permit permit=permit promis=promit admis=admit compus=compun
    propus=propun dispus=dispun expus=expun fript=frig supt=sug fripturi=friptur
    studenta=student mutat=mut lasat=las uitat=uit jucat=joc jucar=jucari taiat=tai rugat=rog ier=ierb iarb=ierb piatr=pietr stea=stel mere=mar mer=mar
    mel=miel porc=porc purcel=porc vit=vit calut=cal catelus=catel
    orasel=oras
    varstnic=varst englezest=englez bolnavior=bolnav tiner=tanar tanar=tanar
  `,
};
