/** Dutch spellings and typing habits; each list is explained in `Spellings`. */
export const DUTCH = {
  typed: `
    hoevel=hoeveel hoeveeel=hoeveel hvl=hoeveel wnr=wanneer waneer=wanneer waner=wanneer
    wrm=waarom idd=inderdaad ff=even effe=even effen=even eff=even mss=misschien misch=misschien msch=misschien
    ipv=plaats iig=geval aub=alsjeblieft svp=alsjeblieft plz=alsjeblieft pls=alsjeblieft mn=mijn mijne=mijn zn=zijn
    jullieh=jullie jullei=jullie jllie=jullie gij=jij ge=je uwen=uw den=de nie=niet niks=niets
    nix=niets wa=wat da=dat effekes=even efkes=even vandaaag=vandaag mrgn=morgen morge=morgen vanaaf=vanaf
    za=zaterdag maa=maandag din=dinsdag woe=woensdag don=donderdag kado=cadeau kadoo=cadeau kadobon=cadeaubon
    kadootje=cadeau kadotje=cadeau cadotje=cadeau cado=cadeau cadeautje=cadeau cadeautjes=cadeau kadeau=cadeau
    kadobonnen=cadeaubon adress=adres addres=adres telnr=telefoonnummer tel=telefoonnummer nr=nummer
    telefoonnr=telefoonnummer whatsap=whatsapp wapp=whatsapp whatapp=whatsapp watsapp=whatsapp appje=whatsapp
    appjes=whatsapp insta=instagram fb=facebook yt=youtube mailtje=mail mailadress=mailadres emailadres=mailadres
    emailadress=mailadres bday=verjaardag verjaardagfeestje=verjaardagsfeestje alergisch=allergisch alergie=allergie
    allergies=allergie glutevrij=glutenvrij glutten=gluten lactosvrij=lactosevrij parkeer=parkeren
    parkeerplaatst=parkeerplaats parkeerplek=parkeerplaats parkeerplekken=parkeerplaats restitusie=restitutie
    anuleren=annuleren anuleer=annuleren annulleren=annuleren annuleer=annuleren geannulleerd=annuleren
    resevering=reservering reserveeren=reserveren reserver=reserveren inschijven=inschrijven inscrijven=inschrijven
    opgeve=opgeven betale=betalen betaale=betalen tikkies=tikkie tiki=tikkie openingstijd=openingstijden
    openingsuur=openingstijden openingsuren=openingstijden abbo=abonnement abo=abonnement abbonement=abonnement
    abonement=abonnement workshopje=workshop workschop=workshop worksop=workshop cursusje=cursus lesje=les
    lesjes=les uurtje=uur uurtjes=uren dagje=dag dagjes=dag weekje=week maandje=maand prijsje=prijs prijsjes=prijs
    afspraakje=afspraak feestje=feest feestjes=feest partijtje=kinderfeest plekje=plek plekjes=plek plaatsje=plaats
    hondje=hond hondjes=hond poesje=kat poesjes=kat katje=kat katjes=kat poes=kat poezen=kat kindje=kind
    kindjes=kind kiddo=kind kids=kind kinders=kind zoontje=zoon zoontjes=zoon dochtertje=dochter dochtertjes=dochter
    biertje=bier biertjes=bier wijntje=wijn wijntjes=wijn koffietje=koffie bakkie=koffie theetje=thee huisje=huis
    tuintje=tuin winkeltje=winkel verhaaltje=verhaal boekje=boek liedje=lied liedjes=lied spelletje=spel
    spelletjes=spel autootje=auto fietsje=fiets bootje=boot groepje=groep klasje=klas tasje=tas bloemetje=bloem
    bloemetjes=bloem plantje=plant plantjes=plant potje=pot potjes=pot bordje=bord kommetje=kom kopje=kop kopjes=kop
    fotootje=foto fotootjes=foto filmpje=film filmpjes=film rondje=ronde wandelingetje=wandeling
    kwartiertje=kwartier halfuurtje=halfuur centjes=geld centen=geld poen=geld bomma=oma bompa=opa omaatje=oma
    opaatje=opa mamma=mama mam=mama mams=mama paps=papa vriendinnetje=vriendin rolstoeler=rolstoel
    rolstoelgebruiker=rolstoel begelijding=begeleiding matriaal=materiaal materjaal=materiaal gereedchap=gereedschap
    verzende=verzenden verstuuren=versturen versturen=verzenden verstuur=verzenden verstuurd=verzenden
    verstuurt=verzenden opsturen=verzenden opgestuurd=verzenden bezorgd=bezorgen bezorgt=bezorgen geleverd=leveren
    levert=leveren begeleid=begeleiden begint=beginnen begin=beginnen begonnen=beginnen begon=beginnen
    beginn=beginnen
  `,
  elsewhere: `
    prijzen=prijs huizen=huis reizen=reis reist=reis gereisd=reis glazen=glas brieven=brief rozen=roos lessen=les
    bussen=bus cursussen=cursus gekocht=kopen kocht=kopen koop=kopen koopt=kopen aankoop=kopen verkocht=verkopen
    verkoopt=verkopen besteld=bestellen bestelt=bestellen betaald=betalen betaalt=betalen geboekt=boeken
    boekt=boeken gereserveerd=reserveren reserveert=reserveren reservatie=reserveren reservaties=reserveren
    reserveringen=reserveren boekingen=boeken boeking=boeken afgezegd=afzeggen opgezegd=opzeggen opgehaald=ophalen
    afgehaald=afhalen gehuurd=huren huurt=huren verhuurd=verhuren verhuurt=verhuren geleerd=leren leert=leren
    gegeten=eten eet=eten gedronken=drinken drinkt=drinken gereden=rijden rijdt=rijden rij=rijden
    gewerkt=werken gewoond=wonen woont=wonen woonde=wonen woon=wonen geklommen=klimmen klimt=klimmen
    gezwommen=zwemmen zwemt=zwemmen gezongen=zingen zingt=zingen gedanst=dansen danst=dansen gespeeld=spelen
    speelt=spelen geschreven=schrijven schrijft=schrijven schreef=schrijven gelezen=lezen leest=lezen las=lezen
    gebroken=breken breekt=breken brak=breken gekookt=koken kookt=koken gebakken=bakken bakt=bakken
    verzonden=verzenden gestopt=stoppen gestart=starten getrouwd=trouwen trouwt=trouwen trouwerij=trouwen
    bruiloften=bruiloft kinderen=kind dochters=dochter zonen=zoon zoons=zoon uren=uur steden=stad eieren=ei
    geopend=open openen=open opent=open opengaan=open gesloten=sluiten sluit=sluiten geverfd=verven
    gerepareerd=repareren repareert=repareren gemist=missen geannuleerd=annuleren annuleert=annuleren
    annulering=annuleren annulatie=annuleren verplaatst=verplaatsen verzet=verzetten ingeschreven=inschrijven
    inschrijving=inschrijven aangemeld=aanmelden aanmelding=aanmelden meegenomen=meenemen meebrengen=meenemen
    meegebracht=meenemen bezorging=bezorgen levering=leveren leveringen=leveren verzending=verzenden
    terugbetaald=terugbetalen terugbetaling=terugbetalen geparkeerd=parkeren parkeert=parkeren duurt=duren
    duurde=duren ingepakt=inpakken gegroeid=groeien groeit=groeien gestudeerd=studeren studeert=studeren
    studie=studeren gegeven=geven genomen=nemen gebracht=brengen brengt=brengen vertaald=vertalen vertaalt=vertalen
    opgegroeid=opgroeien geslapen=slapen slaapt=slapen gestuurd=sturen stuurt=sturen gegaan=gaan betaling=betalen
    honden=hond moeders=moeder vaders=vader kost=kosten kostte=kosten gekost=kosten veganistisch=vegan
    veganisten=vegan veganist=vegan vegetariër=vegetarisch vegetariers=vegetarisch vegetariërs=vegetarisch
    vegetarier=vegetarisch allergieën=allergie allergieen=allergie allergisch=allergie fotograaf=fotografie
    fotografen=fotografie fotograferen=fotografie tekent=tekenen getekend=tekenen schildert=schilderen
    geschilderd=schilderen
  `,
  apart: `
    arts=arts artsen=arts baan=baan banen=baan ban=ban been=been benen=been ben=ben blik=blik boon=boon bonen=boon
    bon=bon bonnen=bon boot=boot boten=boot bot=bot botten=bot dure=duur duur=duur duurder=duur duren=duren
    duurzaam=duurzaam engel=engel engelen=engel engels=engels engelse=engels gans=gans ganzen=gans gat=gat gaten=gat
    gaat=gaan gaan=gaan ga=gaan grot=grot grotten=grot groot=groot grote=groot grootte=groot hal=hal hals=hals
    haal=halen haalt=halen halen=halen heks=heks heksen=heks hek=hek hekken=hek heten=heten hoop=hoop hopen=hoop
    hop=hop kaars=kaars kaarsen=kaars kar=kar karren=kar kers=kers kersen=kers keer=keer keren=keer knop=knop
    knoppen=knop knoop=knoop knopen=knoop kop=kop koppen=kop kopen=kopen koor=koor koren=koor kraan=kraan
    kranen=kraan krans=krans kransen=krans laat=laat later=laat late=laat laten=laten gelaten=laten latte=latte
    lens=lens lenzen=lens lenen=lenen leent=lenen uitlenen=lenen lever=lever levers=lever leveren=leveren lek=lek
    lekke=lek leek=leek leken=leek lijken=lijken loon=loon lonen=loon maag=maag mag=mag man=man mannen=man maan=maan
    mars=mars maar=maar meer=meer meren=meren meten=meten gemeten=meten maat=maat maten=maat nieuws=nieuws
    nieuw=nieuw nieuwe=nieuw open=open openbaar=openbaar openbare=openbaar oud=oud oude=oud ouder=ouder
    ouders=ouders oudere=oudere ouderen=oudere paar=paar paars=paars paarse=paars per=per peer=peer peren=peer
    pers=pers pil=pil pillen=pil pils=pils pilsje=pils plaats=plaats plaatse=plaats plaatsen=plaats plat=plat
    platte=plat plaat=plaat platen=plaat plaatjes=plaat pols=pols polsen=pols polen=polen rat=rat ratten=rat
    recht=recht rechten=recht rechts=rechts reden=reden redenen=reden redden=redden rekening=rekening
    rekeningen=rekening rekenen=rekenen reken=rekenen rekent=rekenen reeks=reeks reeksen=reeks rok=rok rokken=rok
    rook=rook roken=rook rookt=rook roots=roots rots=rots rotsen=rots schaap=schaap schapen=schaap schap=schap
    schappen=schap schaak=schaken schuur=schuur schuren=schuren sok=sok sokken=sok som=som soms=soms spar=spar
    sparen=sparen staal=staal stal=stal stallen=stal stek=stek stekken=stek steek=steek steken=steek stel=stel
    stellen=stel stelen=stelen teen=teen tenen=teen ten=ten vaak=vaak vak=vak vakken=vak vast=vast vaste=vast
    vasten=vasten veel=veel vel=vel vellen=vel ver=ver verre=ver vers=vers verse=vers veer=veer veren=veer vlog=vlog
    vlogs=vlog vlieg=vlieg weg=weg wegen=wegen weegt=wegen won=winnen wonen=wonen zaag=zagen zagen=zagen zag=zien
    zak=zak zakken=zak zaak=zaak zaken=zaak zaal=zaal zalen=zaal zal=zal zege=zege zeg=zeggen zon=zon zonnen=zon
    zone=zone zones=zone zoon=zoon slang=slang lang=lang lange=lang langs=langs film=film even=even eten=eten
    markt=markt winkel=winkel maken=maken maak=maken maakt=maken gemaakt=maken macht=macht bed=bed bedden=bed
    bad=bad baden=bad tas=tas tassen=tas taal=taal talen=taal tal=tal stuk=stuk stukken=stuk stuks=stuks stukje=stuk
    ras=ras rassen=ras mis=mis missen=missen mist=mist kast=kast kasten=kast les=les mes=mes messen=mes pas=pas
    passen=passen past=passen pot=pot potten=pot poot=poot poten=poot rond=rond ronde=ronde boer=boer boeren=boer
    boor=boor boren=boor wal=wal wol=wol week=week weken=week wijn=wijn wijnen=wijn wijk=wijk wijken=wijk bij=bij
    bijen=bijen bos=bos bossen=bos boos=boos zin=zin zinnen=zin zijn=zijn slot=slot sloten=slot sloot=sloot
    kamp=kamp kampen=kamp kam=kam kammen=kam kom=kom kommen=kom komen=komen komt=komen
  `,
};
