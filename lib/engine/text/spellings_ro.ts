/** Romanian spellings and typing habits; each list is explained in `Spellings`. */
export const ROMANIAN = {
  typed: `
    mate=matematica kg=kilogram kgu=kilogram kil=kilogram kilu=kilogram kile=kilogram chil=kilogram ron=lei lej=lei
    roni=lei gr=grame k=că kt=cât cit=cât cind=când pt=pentru ptr=pentru ptru=pentru dc=dacă daka=dacă ke=că shi=și
    nush=nu nuj=nu tre=trebuie treb=trebuie trb=trebuie vb=vorbi kat=cât prog=program progr=program
    programre=programare progamare=programare prgramare=programare rezervre=rezervare adr=adresa adresaa=adresa
    addresa=adresa tel=telefon telefn=telefon nr=numar nmr=numar num=numar msj=mesaj mesj=mesaj msg=mesaj mess=mesaj
    whats=whatsapp watsapp=whatsapp whatsap=whatsapp wapp=whatsapp wp=whatsapp wtp=whatsapp uatsap=whatsapp
    insta=instagram ig=instagram fb=facebook fbk=facebook feisbuc=facebook min=minute mins=minute sapt=saptamana
    sapta=saptamana pers=persoane dim=dimineata dimi=dimineata sambta=sambata smbata=sambata simbata=sambata
    dum=duminica dumi=duminica info=informatii infos=informatii pretz=pret pretzul=pret pretzuri=preturi kosta=costa
    costaa=costa parcre=parcare parkare=parcare parking=parcare livrre=livrare livarare=livrare incpatori=incepatori
    incepatr=incepator kopii=copii copchii=copii copchil=copil kopil=copil prunc=copil prunci=copii baetel=băiețel
    fetitza=fetiță fetitze=fetițe alergiie=alergie glutn=gluten transfr=transfer numeral=numerar kesh=cash kash=cash
    factra=factura redcere=reducere reducre=reducere discaunt=discount undee=unde orru=orar progrm=program bn=bine
    mc=mulțumesc mersic=mulțumesc multumsc=mulțumesc ms=mulțumesc mss=mulțumesc dvs=dumneavoastră
    dvoastra=dumneavoastră dv=dumneavoastră suntetzi=sunteți avetzi=aveți facetzi=faceți facet=faceți putetzi=puteți
    platesk=plătesc platezc=plătesc bicla=bicicletă bike=bicicletă bici=bicicletă aprt=apartament apart=apartament
    gradi=grădiniță gradinta=grădiniță frizrie=frizerie catzel=cățel dogi=câine pisi=pisică matza=pisică fotke=poze
    miine=mâine acu=acum amu=acum diplma=diplomă certficat=certificat anulz=anulez anulre=anulare garantze=garanție
    gartuit=gratuit gratuitt=gratuit moca=gratis gratiz=gratis englzea=engleză engl=engleză eng=engleză kurier=curier
    cargus=curier cumpr=cumpăr comnd=comandă comada=comandă carutz=cărucior haleala=mâncare vegi=vegetarian
  `,
  elsewhere: "",
  apart: `
    vinuri=vinuri vinul=vinuri vinului=vinuri vinurile=vinuri vinurilor=vinuri vineri=vineri vinerea=vineri vii=vin
    veniti=vin venim=vin veni=vin venire=vin venind=vin venea=vin venit=venit
    venituri=venit venitul=venit copie=copie copia=copie
    martie=martie marti=marti marțea=marti
    martea=marti masa=masa masă=masa mese=masa mesei=masa mesele=masa meselor=masa masura=masura masuri=masura
    masurile=masura masurii=masura masuratori=masura masor=masura coasta=coast coaste=coast coastei=coast coase=cusut
    coasem=cusut coaseti=cusut coși=cusut cusatura=cusut cusaturi=cusut cususem=cusut gata=gata gratuit=gratuit
    gratuita=gratuit gratuite=gratuit gratuiti=gratuit primi=prima durere=durere dureri=durere durerea=durere
    durerii=durere durerile=durere doare=durere dor=durere dureros=durere dureroasa=durere alergie=alergic
    alergii=alergic alergia=alergic alergiile=alergic alergiei=alergic alergiilor=alergic alergeni=alergic
    alergen=alergic alergenii=alergic alergenilor=alergic catei=catel cateii=catel cateilor=catel cai=cal caii=cal
    cailor=cal lei=leu leu=leu leul=leu leului=leu grea=greu grele=greu grei=greu greu=greu greul=greu barba=barba
    barbă=barba barbii=barba soare=soare soarele=soare soarelui=soare sora=sora soră=sora surori=sora surorile=sora
    surorii=sora față=fatza fața=fatza feței=fatza cumperi=cumpar cumpere=cumpar inveti=invat invete=invat
    învețe=invat repari=repar repare=repar beau=baut bea=baut bei=baut beti=baut bem=baut bere=bere beri=bere
    berea=bere berii=bere berile=bere iau=luat iei=luat ia=luat luam=luat lua=luat luand=luat iese=iesit ies=iesit
    iesi=iesit iesim=iesit parte=parte parti=parte partea=parte partii=parte partie=partie pârtie=partie pârtii=partie
    partia=partie stele=stea stelele=stea stea=stea steaua=stea stelelor=stea canapele=canapea canapea=canapea
    canapeaua=canapea perdele=perdea perdea=perdea umbrele=umbrela umbrela=umbrela umbrelă=umbrela lalele=lalea
    lalea=lalea acuarele=acuarela acuarela=acuarela acuarelele=acuarela saltele=saltea saltea=saltea salteaua=saltea
    numere=numar numerele=numar numeri=numar carte=carte carti=carte cartea=carte cartile=carte cartii=carte
    cartilor=carte carta=carta carne=carne carnea=carne carnii=carne carnuri=carne core=core cura=cura
    curatati=curatat curatat=curatat curatare=curatat curatarea=curatat curatam=curatat curățați=curatat
    curăță=curatat curăț=curatat curatenie=curatat curatenia=curatat curateniei=curatat cursa=cursa curse=cursa
    cursei=cursa curte=curte curtea=curte curti=curte curtii=curte piele=piele pielea=piele pielii=piele piei=piele
    piesa=piesa piese=piesa piesei=piesa piesele=piesa pila=pila pere=pere para=para parere=parere pareri=parere
    parerea=parere parerile=parere parinte=parinte parinti=parinte parintii=parinte parintilor=parinte
    parintele=parinte sala=sala sali=sala salii=sala sală=sala săli=sala salile=sala sare=sare sarea=sare sarii=sare
    secție=sectie sectie=sectie sectii=sectie serie=serie serii=serie seria=serie servi=servi serviti=servi
    servesc=servi serveste=servi servire=servi servit=servi servicii=serviciu serviciile=serviciu stare=stare
    starea=stare stati=sta stam=sta sta=sta statie=statie statia=statie statii=statie statiile=statie statiei=statie
    tabara=tabara tabere=tabara taberei=tabara tabăra=tabara tabără=tabara tabla=tabla table=tabla tata=tata
    tatal=tata tatăl=tata tatalui=tata tati=tata mama=mama mamei=mama mamele=mama mame=mama mami=mama tara=tara
    tari=tara tarii=tara tarile=tara țară=tara țări=tara tare=tare traseu=traseu traseul=traseu trasee=traseu
    traseele=traseu traseului=traseu urca=urca urcam=urca urcati=urca urcare=urca urcarea=urca urcat=urca urc=urca
    usa=usa ușă=usa ușa=usa usi=usa uși=usa vara=vara vară=vara verii=vara veri=vara verile=vara vary=var verde=verde
    verzi=verde verdele=verde vie=vie via=vie viile=vie viei=vie viza=viza viză=viza vize=viza vizele=viza vizei=viza
    vizitez=vizit vizitati=vizit vizitam=vizit vizitat=vizit vizitare=vizit vizitatori=vizit vizitator=vizit
    vizitarea=vizit vizitatorii=vizit ochi=ochi ochii=ochi ochelari=ochelari ochelarii=ochelari ochelarilor=ochelari
    oala=oala oale=oala oalele=oala oală=oala oaspeti=oaspete oaspete=oaspete oaspetii=oaspete oaspetilor=oaspete
    pata=pata pete=pata pată=pata petele=pata patine=patine patina=patine paste=paste paște=paste pastele=paste
    paștele=paste pensiune=pensiune pensiuni=pensiune pensiunea=pensiune pensiunii=pensiune pensie=pensie
    pensia=pensie pensii=pensie poarta=poarta podea=podea posta=posta poșta=posta postă=posta poștă=posta
    postari=postare postare=postare postez=postare postati=postare prajit=prajit prajita=prajit prajite=prajit
    prajesc=prajit prajeste=prajit prajitura=prajitura prajituri=prajitura prajiturile=prajitura prajiturii=prajitura
    prajiturilor=prajitura prelua=luat preluati=luat profesie=profesie profesia=profesie profa=profesor prof=profesor
    profu=profesor proful=profesor rata=rata rate=rata ratele=rata ratei=rata rată=rata rață=ratza rațe=ratza
    rece=rece reci=rece roata=roata roată=roata roti=roata rotii=roata rotile=rotile roșu=rosu rosu=rosu rosie=rosu
    rosii=rosu scara=scara scări=scara scari=scara scarii=scara scarile=scara seminte=samanta samanta=samanta
    sămânță=samanta semințe=samanta sfatuiti=sfat sfatui=sfat sfatuiesti=sfat sfatuiesc=sfat slabi=slabit
    slabit=slabit slabesc=slabit slăbi=slabit slăbit=slabit slabiti=slabit slabire=slabit sotie=sotie sotia=sotie
    sotiei=sotie soția=sotie soție=sotie spate=spate spatele=spate spatelui=spate spatiu=spatiu spatii=spatiu
    spatiul=spatiu spatiului=spatiu spală=spalat spala=spalat spăl=spalat spal=spalat speli=spalat spalati=spalat
    spalat=spalat spalare=spalat spalarea=spalat spele=spalat strada=strada strazi=strada străzi=strada
    straduta=strada strazile=strada strazii=strada sudez=sudat sudura=sudat sudare=sudat sută=suta suta=suta sute=suta
    suma=suma sume=suma sumei=suma tura=tura ture=tura unghii=unghie unghie=unghie unghia=unghie unghiile=unghie
    unghiilor=unghie voie=voie voia=voie voi=voi localitate=localitate localitati=localitate localitatea=localitate
    localitatile=localitate locatie=locatie locatia=locatie locatii=locatie locatiei=locatie lucru=lucru lucruri=lucru
    lucrurile=lucru lucrul=lucru lucrului=lucru lână=lana lana=lana lanii=lana mana=mana mâna=mana maini=mana
    mâini=mana mâinile=mana mainile=mana mainii=mana mână=mana manusi=manusa manusa=manusa mănuși=manusa
    manusile=manusa mare=mare marea=mare mari=mare mării=mare marii=mare marime=marime marimi=marime marimea=marime
    marimile=marime marca=marca marci=marca mărci=marca marcii=marca matase=matase matasea=matase materie=materie
    materii=materie materia=materie mine=mine mire=mire mirele=mire mirii=mire miri=mire mireasa=mireasa
    mirese=mireasa miresei=mireasa mireasă=mireasa moale=moale moi=moale moara=moara mori=moara moarte=murit
    mort=murit morti=murit moartea=murit mor=murit moare=murit murit=murit murim=murit muri=murit moneda=moneda
    monede=moneda nastere=nastere nasterea=nastere nasteri=nastere nasterii=nastere noapte=noapte nopti=noapte
    noaptea=noapte noptii=noapte noptile=noapte nota=nota note=nota notele=nota noua=noua nou=nou noi=noi nuci=nuca
    nuca=nuca nucă=nuca nucile=nuca nunta=nunta nunti=nunta nuntă=nunta nunți=nunta nuntii=nunta nuntile=nunta
    nuntilor=nunta nume=nume numele=nume numesc=nume numește=nume numeste=nume numiti=nume numesti=nume numit=nume
    oi=oaie oaie=oaie oaia=oaie oile=oaie oualor=ou ouale=ou oul=ou supa=supa supe=supa ciorba=ciorba ciorbe=ciorba
    pui=pui puii=pui puiul=pui puilor=pui punem=pun lectura=lectura lecturi=lectura lecturii=lectura pasare=pasare
    pasari=pasare pasarea=pasare pasarii=pasare pasarile=pasare pasarilor=pasare patura=patura paturii=patura
    pături=patura cercei=cercel cerceii=cercel cerceilor=cercel doctorat=doctorat dușuri=dush duș=dush dusuri=dush
    dușul=dush editura=editura edituri=editura editurii=editura geam=geam geamuri=geam geamul=geam geamurile=geam
    gheata=gheata gheață=gheata gheața=gheata ghetii=gheata gustare=gustare gustari=gustare gustarea=gustare
    gustarile=gustare hartie=hartie hartia=hartie hartii=hartie hartiei=hartie incapere=incapere incaperi=incapere
    incaperea=incapere lentile=lentila lentila=lentila lentilele=lentila mascul=mascul maro=maro mereu=mereu
    mobila=mobila mobilă=mobila mobilier=mobila mobilierul=mobila mustata=mustata mustati=mustata muzeu=muzeu
    muzeul=muzeu muzee=muzeu muzeele=muzeu muzeului=muzeu orbita=orbita orbite=orbita patru=patru patrat=patrat
    patrata=patrat patrati=patrat schi=schi schita=schita schite=schita schiță=schita schițe=schita schitez=schita
    sediu=sediu sediul=sediu sedii=sediu sediului=sediu serbare=serbare serbari=serbare serbarea=serbare solo=solo
    studii=studiu studiile=studiu studiez=studiat studiat=studiat studia=studiat studiaza=studiat studiati=studiat
    studio=studio team=team teama=teama teamă=teama temere=teama tema=tema teme=tema temă=tema temele=tema temei=tema
    tineri=tanar tinerii=tanar tinerilor=tanar tineret=tanar tinere=tanar tinuta=tinuta ținută=tinuta tinute=tinuta
    tinutei=tinuta tipari=tipar tiparituri=tipar fiu=fiu fiul=fiu fiului=fiu fii=fiu felie=felie felii=felie
    feliile=felie feliei=felie cale=cale calea=cale căi=cale ceai=ceai ceaiul=ceai ceaiului=ceai coada=coada
    cozi=coada coadă=coada cozii=coada baterie=baterie baterii=baterie bateria=baterie bateriile=baterie boala=boala
    boli=boala boală=boala bolile=boala bolii=boala bolilor=boala bucuresti=bucuresti bucurestiul=bucuresti
    bucurestiului=bucuresti opera=opera operei=opera operă=opera operat=operat operata=operat operatie=operat
    operatia=operat operatii=operat operatiei=operat rasa=rasa rase=rasa rasă=rasa rasei=rasa taxi=taxi taxiul=taxi
    sosea=sosea soselei=sosea soseaua=sosea sosele=sosea predau=pred predai=pred solul=solul tei=tei teiul=tei
    ploiesti=ploiesti carpati=carpati carpatii=carpati caruta=caruta carute=caruta căruță=caruta moasa=moasa
    moașă=moasa moase=moasa feteasca=feteasca formatie=formatie formatia=formatie formatii=formatie formatiei=formatie
    gresie=gresie gresia=gresie ocupatie=ocupatie ocupatia=ocupatie ocupatii=ocupatie aplicatie=aplicatie
    aplicatia=aplicatie aplicatii=aplicatie aplicatiei=aplicatie aplicatiile=aplicatie grai=grai prinț=printul
    prințul=printul printul=printul tocit=tocit tocite=tocit tocita=tocit tocesc=tocit clapari=clapari placat=placat
    placata=placat placate=placat intrare=intrare intrarea=intrare intrari=intrare intrarii=intrare intrarile=intrare
    cos=cusut coș=cosul coșul=cosul cosul=cosul coșuri=cosul cosuri=cosul cosesti=cusut coseste=cusut coasă=coasa
    coasa=coasa cosim=cusut cina=cina cină=cina cinei=cina mamaie=mamaie tataie=tataie raspundere=raspundere
    raspunderea=raspundere conteaza=conteaza conta=conteaza contează=conteaza cerere=cerere cereri=cerere
    cererea=cerere cererii=cerere cererile=cerere culoar=culoar culoarul=culoar hartiile=hartie hartiilor=hartie
    luni=luni lunea=lunea nasa=nasa nasi=nasa nași=nasa plangere=plangere plangeri=plangere plangerea=plangere roi=roi
    roiul=roi scurtat=scurtat scurtare=scurtat scurtez=scurtat scurtati=scurtat scurtezi=scurtat scurtam=scurtat
    scurtata=scurtat urmari=urmari urmaresc=urmari urmariti=urmari urmarim=urmari urmareste=urmari urmarit=urmari
    urmarire=urmari largit=largit largesc=largit largiti=largit largim=largit largire=largit maritim=maritim mai=mai
    ocupat=ocupat ocupata=ocupat predare=predare predarea=predare vreme=vreme vremea=vreme vremii=vreme cati=cati
    câți=cati cate=cate câte=cate steam=steam lucrare=lucrare lucrari=lucrare lucrarea=lucrare lucrarile=lucrare
    lucrarii=lucrare lucrarilor=lucrare vietate=vietate vietati=vietate coloana=coloana coloane=coloana
    coloanei=coloana ardei=ardei ardeiul=ardei ardeii=ardei sete=sete setea=sete merita=merita merit=merita
    merită=merita meriti=merita textile=textil tva=tva undita=undita undite=undita bona=bona bone=bona vasile=vasile
    colind=colind colindul=colind ceara=ceara ceară=ceara cerii=ceara cantari=cantar cântări=cantar creasta=creasta
    crestei=creasta radu=radu dur=aspru duri=aspru carpa=carpa cârpă=carpa carpe=carpa cârpa=carpa ciobanesc=ciobanesc
    ciobanesti=ciobanesc ciobaneasca=ciobanesc ciobanescul=ciobanesc
  `,
};
