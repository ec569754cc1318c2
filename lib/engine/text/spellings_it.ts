/** Italian spellings and typing habits; each list is explained in `Spellings`. */
export const ITALIAN = {
  typed: `
    ke=che xke=perché xké=perché xche=perché xché=perché perke=perché perké=perché perchè=perché nn=non cmq=comunque
    qnd=quando qnto=quanto qnt=quanto quanro=quanto dv=dove ki=chi prox=prossimo qlc=qualcosa qlcs=qualcosa
    qlcn=qualcuno qlcuno=qualcuno qualkosa=qualcosa tt=tutto tutt=tutto sn=sono cn=con dp=dopo dmn=domani
    dom=domenica sab=sabato ven=venerdì giov=giovedì merc=mercoledì mart=martedì lun=lunedì msg=messaggio
    mess=messaggio tel=telefono telef=telefono cell=cellulare cel=cellulare num=numero wapp=whatsapp wa=whatsapp
    wp=whatsapp whatsup=whatsapp wazzap=whatsapp whatapp=whatsapp watsapp=whatsapp wats=whatsapp insta=instagram
    ig=instagram fb=facebook yt=youtube indir=indirizzo appunt=appuntamento appuntameto=appuntamento
    apuntamento=appuntamento min=minuti hrs=ore prezi=prezzi prezo=prezzo parchegio=parcheggio parkeggio=parcheggio
    pargheggio=parcheggio parcheggo=parcheggio pagameto=pagamento bonifco=bonifico fatura=fattura scontrno=scontrino
    rimboso=rimborso rimborzo=rimborso spedizzione=spedizione spedizzioni=spedizione prenotazzione=prenotazione
    prenotasione=prenotazione lezzione=lezione lezzioni=lezione iscrizzione=iscrizione alergia=allergia
    alergico=allergico alergica=allergica celiaka=celiaca celiako=celiaco glutin=glutine vegetarino=vegetariano
    carozzina=carrozzina carozzella=carrozzella caroziina=carrozzina principante=principiante
    principinate=principiante bambno=bambino bimb=bimbo bimbetto=bimbo bimbetta=bimba bimbini=bimbi garnzia=garanzia
    sconticino=sconto scontino=sconto scontistica=sconto preventivino=preventivo lezioncina=lezione oretta=ora
    orette=ore giretto=giro cagnetto=cane cagnetta=cane cagnolino=cane cagnolina=cane cagnolini=cane cagnoli=cane
    gattino=gatto gattina=gatto gattini=gatto micio=gatto micia=gatto regalino=regalo regaletto=regalo
    figlioletto=figlio figlioletta=figlia casetta=casa fotina=foto fotine=foto fotografie=fotografia aprezzo=prezzo
    cuanto=quanto cuando=quando qunado=quando quado=quando qualè=quale doveè=dove pò=po xo=però xò=però
    vedendo=vedere oggii=oggi ogg=oggi dimani=domani stasra=stasera settimna=settimana sett=settimana anke=anche
    qst=questo qsta=questa perfavore=favore pfv=favore info=informazioni infos=informazioni matri=matrimonio
    compli=compleanno comple=compleanno univ=università uni=università prof=professore profe=professore
    bici=bicicletta imeil=email emal=email emai=email contanit=contanti satispai=satispay paypall=paypal
    orrari=orari orraio=orario aparcheggio=parcheggio bonbonniere=bomboniere restautro=restauro
    accettereste=accettare fareste=fare noleggiereste=noleggiare
  `,
  elsewhere: `
    apri=aprire aprite=aprire apre=aprire aprono=aprire apriamo=aprire aprirete=aprire aperto=aprire aperta=aprire
    aperti=aprire aperte=aprire apertura=aprire aperture=aprire chiuso=chiudere chiusa=chiudere chiusi=chiudere
    chiuse=chiudere chiusura=chiudere scritto=scrivere scritta=scrivere scritti=scrivere scritte=scrivere
    scriveste=scrivere rotto=rompere rotta=rompere rotti=rompere rotte=rompere speso=spendere scelto=scegliere
    scelta=scegliere scelte=scegliere scelti=scegliere scelgo=scegliere scelgono=scegliere scegli=scegliere
    offerto=offrire risposto=rispondere risposta=rispondere risposte=rispondere chiesto=chiedere deciso=decidere
    vinto=vincere vinta=vincere tradotto=tradurre tradotta=tradurre tradotti=tradurre tradotte=tradurre
    traduco=tradurre traduci=tradurre traduce=tradurre traducete=tradurre traducono=tradurre traduciamo=tradurre
    traduzione=tradurre traduzioni=tradurre traduttore=tradurre traduttrice=tradurre iscritto=iscrivere
    iscritta=iscrivere iscritti=iscrivere iscritte=iscrivere iscrizione=iscrivere iscrizioni=iscrivere
    spedizione=spedire spedizioni=spedire pulizia=pulire pulizie=pulire piove=pioggia piovere=pioggia
    piovesse=pioggia pioverà=pioggia piovera=pioggia pioggie=pioggia piogge=pioggia nevica=neve nevicare=neve
    nevicasse=neve esce=uscire esci=uscire esco=uscire escono=uscire uscito=uscire uscita=uscita uscite=uscita
    salgo=salire salgono=salire muore=morire morto=morire morta=morire morti=morire disdetta=disdire
    disdette=disdire disdico=disdire disdici=disdire disdice=disdire disdite=disdire disdetto=disdire cotto=cuocere
    cotta=cuocere cottura=cuocere cuocio=cuocere cuociono=cuocere cuociamo=cuocere venduto=vendere venduta=vendere
    venduti=vendere vendute=vendere vendita=vendere vendite=vendere fotografo=fotografia fotografa=fotografia
    fotografi=fotografia fotografare=fotografia fotografate=fotografia foto=fotografia bimbo=bambino bimba=bambino
    bimbi=bambino bimbe=bambino prenotazione=prenotare prenotazioni=prenotare cancellazione=cancellare
    cancellazioni=cancellare riparazione=riparare riparazioni=riparare consegna=consegnare pagamento=pagare
    pagamenti=pagare registrazione=registrare registrazioni=registrare produco=produrre produci=produrre
    produce=produrre producete=produrre produciamo=produrre produzione=produrre tolgo=togliere toglie=togliere
    togliete=togliere rimango=rimanere rimane=rimanere tengo=tenere tiene=tenere tieni=tenere tengono=tenere
    tenuto=tenere dormo=dormire vegane=vegano vegana=vegano vegani=vegano celiaca=celiaco celiaci=celiaco
    celiache=celiaco costo=costare costi=costare costa=costare costano=costare costerebbe=costare costerà=costare
    costera=costare costasse=costare costerebbero=costare conosciuto=conoscere costosa=costoso vengo=venire
    vieni=venire viene=venire vengono=venire venga=venire durata=durare insegnante=insegnare insegnanti=insegnare
    rimborso=rimborsare rimborsi=rimborsare modifica=modificare modifiche=modificare laurea=laureato lauree=laureato
    laureata=laureato vissuto=vivere nascita=nascere nato=nascere nata=nascere nati=nascere nate=nascere
    permesso=permesso permesse=permesso cresciuto=crescere cresciuta=crescere lezioni=lezione sedute=seduta
  `,
  apart: `
    vendere=vendere vendo=vendere vendi=vendere vende=vendere vendiamo=vendere vendete=vendere vendono=vendere
    venire=venire fata=fata fate=fare fatine=fata contanti=contanti contante=contanti conto=conto conti=conto
    contare=contare compreso=incluso compresa=incluso compresi=incluso comprese=incluso comprende=incluso
    comprendono=incluso incluso=incluso inclusa=incluso inclusi=incluso incluse=incluso include=incluso
    includono=incluso usa=usare usi=usare uso=usare usate=usare usano=usare usare=usare usiamo=usare usato=usato
    usata=usato usati=usato fare=fare fa=fare fai=fare fanno=fare faccio=fare fatto=fare fatta=fare fatte=fare
    fatti=fare facciamo=fare data=data date=data dati=dati dato=dato datato=datato via=via vie=via casa=casa
    case=casa caso=caso casi=caso casale=casale casco=casco caschi=casco cascata=cascata cascate=cascata caro=caro
    cara=caro cari=caro care=caro carato=carato carati=carato cap=cap capo=capo capi=capo capire=capire
    capisco=capire capito=capire capello=capello capelli=capello volo=volo voli=volo volare=volo volere=volere
    volta=volta volte=volta volto=volto volti=volto voto=voto voti=voto sole=sole solare=solare solari=solare
    solo=solo sola=solo soli=solo soldi=soldi soldato=soldato soldati=soldato sala=sala sale=sale salato=salato
    salata=salato salute=salute saluti=saluto saluto=saluto salire=salire salita=salire salite=salire salone=salone
    saloni=salone salto=salto salti=salto salve=salve sede=sede sedi=sede sedia=sedia sedie=sedia sedano=sedano
    seduta=seduta seduto=seduto sera=sera sere=sera serata=serata serate=serata serio=serio serie=serie
    storia=storia storie=storia store=store mare=mare mari=mare marito=marito mariti=marito marca=marca marche=marca
    marchio=marca marcia=marcia merce=merce merci=merce mercato=mercato mercati=mercato mano=mano mani=mano
    mancia=mancia mance=mancia manga=manga posto=posto posti=posto posta=posta poste=poste postare=postare
    postate=postare porti=portare portata=portata portate=portare portiere=portiere
    parto=parto parti=parte parte=parte partita=partita partite=partita partito=partito partiti=partito
    partire=partire partenza=partenza parere=parere pareri=parere parete=parete pareti=parete per=per pera=pera
    pere=pera pero=pero perito=perito perso=perdere persa=perdere persi=perdere perse=perdere persiano=persiano
    persiana=persiana persona=persona persone=persona personale=personale personali=personale sud=sud sudare=sudare
    tessuto=tessuto tessuti=tessuto tessere=tessera tessera=tessera testa=testa teste=testa test=test testo=testo
    testi=testo testare=test testato=test tempo=tempo tempi=tempo tempio=tempio templi=tempio trattore=trattore
    trattori=trattore trattoria=trattoria trattorie=trattoria taxi=taxi tassì=taxi tassi=taxi tassa=tassa
    tasse=tassa vento=vento venti=venti vent=venti venere=venere vista=vista viste=vista visto=vedere visita=visita
    visite=visita visitare=visita viso=viso vita=vita vite=vite cantiere=cantiere cantieri=cantiere camera=camera
    camere=camera cameriere=cameriere camerieri=cameriere campo=campo campi=campo campa=campare campare=campare
    compito=compito compiti=compito concia=concia concerto=concerto concerti=concerto costiera=costiera
    console=console consolare=consolare coppa=coppa coppe=coppa coppia=coppia coppie=coppia colla=colla collo=collo
    collie=collie corso=corso corsi=corso corsa=corsa corse=corsa cresta=cresta credito=credito crediti=credito
    cuoco=cuoco cuoca=cuoco cuochi=cuoco dalia=dalia diritto=diritto diritti=diritto dura=durare durano=durare
    durare=durare duro=duro duri=duro eroe=eroe eroi=eroe ero=essere faccia=faccia facce=faccia fama=fama fame=fame
    fase=fase fasi=fase fede=fede fedi=fedi ferie=ferie ferita=ferita ferite=ferita ferito=ferita ferro=ferro
    ferri=ferro ferrata=ferrata ferrate=ferrata fila=fila file=file filo=filo fili=filo fine=fine fino=fino
    finito=finire finita=finire finisce=finire finiscono=finire finire=finire finite=finire forma=forma forme=forma
    formarsi=formarsi formato=formato formati=formato forno=forno forni=forno fornito=fornire fornita=fornire
    forniti=fornire fornite=fornire forniscono=fornire forare=forare foro=foro franco=franco franchi=franco
    francia=francia gelato=gelato gelati=gelato gelo=gelo giro=giro giri=giro grado=grado gradi=grado
    gradire=gradire gradito=gradire graditi=gradire grano=grano granito=granito lente=lente lenti=lente lento=lento
    lenta=lento lettera=lettera lettere=lettera letti=letti lettini=letti lima=lima limite=limite limiti=limite
    lino=lino linea=linea linee=linea luna=luna lunedì=lunedì lunedi=lunedì male=male mal=male malata=malato
    malato=malato malati=malato messa=messa messe=messa messo=messo minore=minore minori=minore minorenne=minorenne
    minorenni=minorenne moda=moda mode=moda modo=modo modi=modo monte=monte monti=monte montare=montare
    montaggio=montare montate=montare moto=moto motivo=motivo motivi=motivo motore=motore murano=murano muro=muro
    muri=muro noce=noce noci=noce nocivo=nocivo noia=noia operazione=operazione operazioni=operazione opera=opera
    opere=opera operatore=operatore passo=passo passi=passo passare=passare passato=passare passata=passare
    pasta=pasta paste=pasta pasto=pasto pasti=pasto pesca=pesca pesche=pesca pescare=pesca pesce=pesce pesci=pesce
    pizza=pizza pizze=pizza pizzo=pizzo pos=pos posa=posa pila=pila pile=pile pil=pil prato=prato prati=prato
    presto=presto prestito=prestito prestiti=prestito prestare=prestito prestate=prestito principe=principe
    principi=principe principio=principio principiante=principiante principianti=principiante punta=punta
    punte=punta punto=punto punti=punto puntata=puntata puntate=puntata quadro=quadro quadri=quadro
    quadrato=quadrato quadrati=quadrato rado=rado radio=radio radere=radere rame=rame ramo=ramo rami=ramo rata=rata
    rate=rata riccio=riccio ricci=riccio ricco=ricco ridotto=ridotto ridotti=ridotto ridotta=ridotto rifare=rifare
    rifatto=rifare rifate=rifare rifiuto=rifiuto rifiuti=rifiuto riso=riso risata=risata rosa=rosa rose=rosa
    rosato=rosato rosati=rosato scala=scala scale=scala scalo=scalo scalare=scalare scalata=scalare segno=segno
    segni=segno segnale=segnale seguito=seguito sete=sete seta=seta sentire=sentire sente=sentire senti=sentire
    sentiero=sentiero sentieri=sentiero soffitta=soffitta soffitto=soffitto spezia=spezia spezie=spezia
    storta=storta subito=subito sub=sub suono=suonare suoni=suonare suona=suonare suonare=suonare suonate=suonare
    taglia=taglia taglie=taglia taglio=taglio tagli=taglio tagliare=taglio tela=tela tele=tela tema=tema temi=tema
    tenda=tenda tende=tenda topo=topo topi=topo top=top tosse=tosse tram=tram trama=trama trame=trama
    tramite=tramite tutore=tutore tutori=tutore tutor=tutor verso=verso versi=verso versare=versare vespa=vespa
    vespe=vespa vestito=vestito vestiti=vestito veste=vestito vestirsi=vestito vicino=vicino vicina=vicino vivo=vivo
    vivere=vivere viva=vivo casello=casello caselli=casello casella=casella caselle=casella bollo=bollo bolli=bollo
    bollire=bollire bolle=bolle bolla=bolle saldare=saldare saldatura=saldare saldo=saldo saldi=saldi
    fermata=fermata fermate=fermata fermare=fermare bocca=bocca bocche=bocca bocciato=bocciato bara=bara bar=bar
    barba=barba barbe=barba barbiere=barbiere barca=barca barche=barca borgo=borgo borghi=borgo borsa=borsa
    borse=borsa bando=bando bandi=bando banda=banda band=band cancelliere=cancelliere agli=agli aglio=aglio
    indie=indie india=india indiano=indiano mente=mente menta=menta mentire=mentire meno=meno mezzo=mezzo
    mezza=mezzo mezzi=mezzi occhiata=occhiata palio=palio pala=pala palo=palo papa=papa papà=papà campana=campana
    campania=campania carta=carta carte=carte cartone=cartone dolore=dolore doloroso=dolore latte=latte latta=latta
    mobile=mobile mobili=mobile mobilità=mobilità mobilita=mobilità fungo=fungo golf=golf golfo=golfo gola=gola
    gole=gola gol=gol pianto=pianto piano=piano piani=piano piana=piana pianta=pianta piante=pianta pregare=pregare
    prego=pregare pregio=pregio prova=prova prove=prova provare=provare provato=provare provo=provare
    pompiere=pompiere pompieri=pompiere pompa=pompa raccolta=raccolta raccolto=raccolto raccolti=raccolto
    stato=stato stati=stato stella=stella stelle=stella tavola=tavola tavole=tavola tavolo=tavolo tavoli=tavolo
    tratta=tratta trattare=trattare trattamento=trattamento trattamenti=trattamento tratto=tratto tratti=tratto
    vagone=vagone figura=figura figure=figura essere=essere unire=unire unico=unico unica=unico unici=unico
    anno=anno anni=anno ano=ano anello=anello anelli=anello pane=pane pani=pane panno=panno panni=panno penna=penna
    penne=penna pena=pena pene=pene nono=nono nonno=nonno nonni=nonno nonna=nonna nonne=nonna sono=essere
    sonno=sonno messaggio=messaggio messaggi=messaggio massa=massa massaggio=massaggio massaggi=massaggio
  `,
};
