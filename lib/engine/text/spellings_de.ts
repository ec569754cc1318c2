/** German spellings and typing habits; each list is explained in `Spellings`. */
export const GERMAN = {
  typed: `
    vllt=vielleicht viell=vielleicht evt=eventuell jz=jetzt jtzt=jetzt jetz=jetzt heit=heute     morgn=morgen mrgn=morgen fahrn=fahren spieln=spielen zahln=zahlen wartn=warten essn=essen trinkn=trinken
    machn=machen brauchn=brauchen kaufn=kaufen holn=holen lernn=lernen bringn=bringen mitbringn=mitbringen
    kostn=kosten kommn=kommen wolln=wollen solln=sollen konn=können mussn=müssen habn=haben hesch=hast     offe=offen choschtet=kostet chostet=kostet kostets=kostet koscht=kostet dauerts=dauert brauchts=braucht tuts=tut
    laufts=läuft lohnts=lohnt kostest=kostet addresse=adresse adrese=adresse adr=adresse
    standart=standard termien=termin terminn=termin tremin=termin ofnungszeiten=öffnungszeiten
    offnugszeiten=öffnungszeiten offungszeiten=öffnungszeiten offnungzeiten=öffnungszeiten geofnet=geöffnet
    geoffnent=geöffnet parkplaz=parkplatz pakplatz=parkplatz rolstuhl=rollstuhl
    rollstul=rollstuhl anmeldun=anmeldung anmeldug=anmeldung annmelden=anmelden annmeldung=anmeldung
    stonieren=stornieren stornierren=stornieren gutschien=gutschein gutscheien=gutschein gutschei=gutschein
    rabat=rabatt rabbat=rabatt vegetarish=vegetarisch vegitarisch=vegetarisch vegetariesch=vegetarisch
    allergi=allergie alergie=allergie alergisch=allergisch lactosefrei=laktosefrei lactose=laktose
    lactoseintolerant=laktoseintolerant preiss=preis preisse=preise kurss=kurs kursse=kurse wokshop=workshop
    workschop=workshop anfager=anfänger anfenger=anfänger vorkentnisse=vorkenntnisse vorkentnise=vorkenntnisse
    erfarung=erfahrung ubernachtug=übernachtung uberweissung=überweisung uberweisug=überweisung rechnug=rechnung
    quitung=quittung versant=versand verschiken=verschicken schiken=schicken lieferrung=lieferung liferung=lieferung
    lieverzeit=lieferzeit garanti=garantie zertifkat=zertifikat zertivikat=zertifikat bescheinigug=bescheinigung
    instument=instrument gitare=gitarre giterre=gitarre klavir=klavier fotografiern=fotografieren
    fotographieren=fotografieren fotograph=fotograf photo=foto photos=fotos photograph=fotograf interesant=interessant
    nahmlich=nämlich warscheinlich=wahrscheinlich villeicht=vielleicht vieleicht=vielleicht entlich=endlich
    seperat=separat whatsap=whatsapp watsapp=whatsapp whatapp=whatsapp instagramm=instagram
    insta=instagram tel=telefon telnr=telefonnummer telefonummer=telefonnummer handynr=handynummer kiddies=kinder
    kids=kinder kinners=kinder kiddis=kinder std=stunde min=minuten wochende=wochenende wochnende=wochenende
    weekend=wochenende mo=montag sa=samstag fahrad=fahrrad fahrader=fahrräder farrad=fahrrad radl=fahrrad
    radln=fahrrad tatoo=tattoo tatoos=tattoos tattos=tattoos rezebt=rezept maschiene=maschine kan=kann     gibs=gibts hatt=hat bezahln=bezahlen zaln=zahlen zalen=zahlen
  `,
  elsewhere: "",
  apart: `
    parkplatz=parkplatz parkplätze=parkplatz parkplätzen=parkplatz     anfänger=anfanger anfängern=anfanger anfängers=anfanger anfängerin=anfanger anfängerinnen=anfanger rate=rate
    raten=rate meister=meister meisters=meister meistern=meister messer=messer messers=messer messern=messer
    wetter=wetter wetters=wetter lager=lager lagers=lager schüler=schuler schülern=schuler schülers=schuler
    schülerin=schuler schülerinnen=schuler lehrer=lehrer lehrers=lehrer lehrern=lehrer lehrerin=lehrer
    lehrerinnen=lehrer wandern=wander wandert=wander wandere=wander wanderst=wander wanderung=wander
    wanderungen=wander klettern=kletter klettert=kletter kletterst=kletter liefern=liefer liefert=liefer
    lieferst=liefer liefere=liefer geliefert=liefer lieferung=liefer lieferungen=liefer ändern=aender ändert=aender
    änderst=aender ändere=aender geändert=aender änderung=aender änderungen=aender töpfern=topfer töpfert=topfer
    töpferst=topfer töpfere=topfer töpfer=topfer töpfers=topfer getöpfert=topfer töpferin=topfer eisen=eisen
    nähen=naehen näht=naehen nähst=naehen genäht=naehen näherin=naehen baden=baden badet=baden gebadet=baden
    einsteiger=einsteiger einsteigern=einsteiger leiter=leiter leitern=leiter reis=reiss reisgericht=reiss reise=reise
    reisen=reise reist=reise
  `,
};
