/** French spellings and typing habits, of France, Belgium and Québec; each list is explained in `Spellings`. */
export const FRENCH = {
  typed: `
    koi=quoi kwa=quoi kekchose=quelque cmb=combien cbien=combien kombien=combien qd=quand kan=quand kand=quand
    quan=quand cmt=comment coment=comment komment=comment pk=pourquoi pq=pourquoi prk=pourquoi pkoi=pourquoi
    pourkoi=pourquoi dc=donc ds=dans ac=avec avk=avec bcp=beaucoup bcoup=beaucoup tjs=toujours tjr=toujours
    tjrs=toujours tt=tout ts=tous ttes=toutes qq=quelque qqch=quelque vs=vous vou=vous ns=nous jms=jamais dem1=demain
    num=numéro numero=numéro tel=téléphone tél=téléphone tph=téléphone msg=message mess=message mail=email mél=email
    courriel=email insta=instagram fb=facebook adr=adresse adrese=adresse addresse=adresse adress=adresse
    resa=réservation resas=réservations résa=réservation reserv=réserver reservé=réserver reservez=réserver
    reservation=réservation remboursment=remboursement rembourcement=remboursement parkin=parking parcking=parking
    enfan=enfant enfents=enfants enfent=enfant gosses=enfants gosse=enfant mioches=enfants mioche=enfant mome=enfant
    momes=enfants minots=enfants minot=enfant gamins=enfants chiards=enfants bb=bébé bebe=bébé bebes=bébés
    anniv=anniversaire annif=anniversaire aniversaire=anniversaire aniv=anniversaire debutan=débutant
    debutants=débutants debutant=débutant debutante=débutante horraires=horaires horraire=horaire orraires=horaires
    oraires=horaires ouver=ouvert ouverts=ouvert dispo=disponible dispos=disponibles diponible=disponible cadau=cadeau
    cado=cadeau kdo=cadeau kado=cadeau kdos=cadeaux boulot=travail taf=travail taff=travail job=travail
    bouffe=nourriture veggie=végétarien vege=végétarien végé=végétarien alergie=allergie alergique=allergique
    allergik=allergique prof=professeur profs=professeurs appart=appartement appt=appartement ptit=petit ptite=petite
    ptits=petits pti=petit jveux=veux jvoudrais=voudrais jpeux=peux chui=suis jsuis=suis chuis=suis etes=êtes
    bagnole=voiture bécane=vélo velo=vélo velos=vélos chq=chèque cheque=chèque cheques=chèques visio=visioconférence
    min=minutes mins=minutes hr=heure hrs=heures heur=heure heurs=heures sem=semaine kms=kilomètres pers=personnes
    certif=certificat assoc=association frer=frère gd=grand gde=grande fo=faut faudrai=faudrait peu-on=peut
    coure=cours tarrif=tarif tarrifs=tarifs tarifes=tarifs pri=prix`,
  elsewhere: `
    ouvert=ouvrir ouverte=ouvrir ouverts=ouvrir ouvertes=ouvrir ouverture=ouvrir ouvertures=ouvrir paye=payer
    payes=payer payent=payer paies=payer annulation=annuler offert=offrir offerte=offrir offerts=offrir peint=peindre
    peints=peindre peinte=peindre peignez=peindre apprend=apprendre apprends=apprendre apprenez=apprendre
    apprenons=apprendre appris=apprendre rendu=rendre perdu=perdre perdue=perdre perdus=perdre vendu=vendre
    vendus=vendre vendue=vendre vends=vendre vend=vendre tenu=tenir reçois=recevoir recoit=recevoir reçoit=recevoir
    recevez=recevoir reçu=reçu joins=joindre joint=joindre inscris=inscrire inscrit=inscrire inscrits=inscrire
    inscription=inscrire inscriptions=inscrire inscrivez=inscrire inscrivent=inscrire compris=comprendre cuit=cuire
    cuits=cuire cuisson=cuire écris=écrire écrit=écrire lavage=laver réponse=répondre réponses=répondre
    réparation=réparer reparation=réparer fillette=fille travaux=travail animaux=animal chevaux=cheval
    journaux=journal cadeaux=cadeau gâteaux=gâteau gateaux=gâteau yeux=oeil vieille=vieux vieilles=vieux chienne=chien
    chiennes=chien chiot=chien chiots=chien toutou=chien chatte=chat chatons=chat chaton=chat minou=chat`,
  apart: `
    bosse=bosser bosses=bosser bossez=bosser bossé=bosser bosser=bosser montrez=montrer montrons=montrer
    habites=habiter habitent=habiter bouge=bouger bougez=bouger sors=sortir sortez=sortir sortons=sortir
    mangeons=manger mangé=manger parle=parler parles=parler parlent=parler parlons=parler parlé=parler durent=durer
    duré=durer ferment=fermer aimes=aimer aimez=aimer aimé=aimer aiment=aimer aimons=aimer aimer=aimer gravé=graver
    gravez=graver gravés=graver coupé=couper coupez=couper coupes=couper loupé=louper garez=garer garé=garer
    garons=garer volé=voler gelé=geler sonnez=sonner sonne=sonner tournez=tourner tourne=tourner taillé=tailler
    montons=monter monte=monter montes=monter mariez=marier patientez=patienter placez=placer courez=courir
    courons=courir mois=mois moi=moi livre=livre livres=livre livret=livret livrer=livraison livrons=livraison
    livrez=livraison livré=livré livrés=livré livrée=livraison livrées=livraison livraison=livraison
    livraisons=livraison port=port ports=port
    porte=porte portes=porte porter=porter portez=porter portons=porter ferme=ferme fermes=ferme fermé=fermer
    fermée=fermer fermer=fermer fermés=fermer fermez=fermer fermons=fermer fermeture=fermer part=part parts=part
    partie=partie parties=partie partir=partir partez=partir pars=partir pas=pas passe=passer pass=pass cours=cours
    cour=cour courir=courir course=course courses=course court=court courant=courant cher=cher chère=cher chers=cher
    chéri=cheri chat=chat chats=chat place=place places=place placer=placer mer=mer mers=mer mère=mere mères=mere
    mere=mere maire=maire mars=mars mari=mari maris=mari marié=marier mariée=marier mariés=marier mariage=mariage
    mariages=mariage marier=marier marée=maree marche=marche marcher=marche marchez=marche marché=marche2
    marchés=marche2 mat=mat mater=mater pied=pied pieds=pied pièce=piece pièces=piece plan=plan plans=plan
    plante=plante plantes=plante planté=plante plat=plat plats=plat pot=pot pots=pot pote=pote potes=pote
    poterie=poterie poste=poste postes=poste poster=poster pêche=peche pêches=peche pécher=peche prix=prix père=pere
    pères=pere sel=sel selle=selle sale=sale salle=salle salles=salle salé=sale2 sol=sol sole=sole solde=solde
    soldes=soldes son=son sons=son sonner=sonner sort=sort sortie=sortie sorties=sortie sortir=sortir sûr=sur sûre=sur
    sur=sur taille=taille tailles=taille tailler=tailler tarte=tarte tard=tard tasse=tasse tasses=tasse terre=terre
    terres=terre terrain=terrain thé=the thés=the ton=ton tour=tour tours=tour tourner=tourner train=train
    trains=train veau=veau vélo=velo vélos=velo verre=verre verres=verre vers=vers ver=ver vert=vert verte=vert
    vie=vie vies=vie ville=ville villes=ville vin=vin vins=vin vingt=vingt vis=vis visage=visage visa=visa
    visite=visite visites=visite voix=voix voie=voie voile=voile voiles=voile vol=vol vols=vol voler=vol vue=vue
    vues=vue âge=age âges=age âgé=age an=an ans=an année=an années=an argent=argent argenté=argente
    argentique=argentique ail=ail aile=aile aime=aimer allaitement=allaiter allé=aller allée=allee alpage=alpage
    alpaga=alpaga amer=amer amérique=amerique arme=arme armée=armee bal=bal balai=balai bas=bas base=base basé=base
    bases=base basket=basket baskets=baskets bâtiment=batiment bête=bete bêta=beta book=book booker=booker boss=boss
    botte=bottes bottes=bottes boue=boue bouée=bouee boucher=boucher bouche=bouche bouchons=bouchons bouchon=bouchon
    bouger=bouger bougie=bougie bougies=bougie box=box boxe=boxe branche=branche brancher=brancher bus=bus buse=buse
    capitale=capitale capital=capital car=car carré=carre carrément=carrement carte=carte cartes=carte carton=carton
    casher=casher cash=cash chemin=chemin cheminée=cheminee cire=cire coller=coller colle=colle collant=collant
    collants=collant collection=collection collectivité=collectivite compagne=compagne compagnie=compagnie corde=corde
    corne=corne coup=coup coupe=couper coups=coup couper=couper courage=courage dame=dame dames=dame date=date
    dates=date datte=datte dé=de2 départ=depart département=departement design=design désigner=designer
    dessert=dessert don=don dons=don données=donnees droit=droit droits=droit droite=droite dur=dur dure=durer
    durer=durer durée=durer économie=economie équipe=equipe équipes=equipe équipement=equipement équitation=equitation
    équitable=equitable étable=etable établi=etabli établissement=etablissement étalon=etalon été=ete étés=ete
    étranger=etranger étrange=etrange étude=etude faute=faute feuille=feuille fidélité=fidelite fil=fil fils=fils
    fille=fille filles=fille finale=finale finance=finance foi=foi foie=foie foyer=foyer formation=formation
    format=format fourni=fourni fournée=fournee frais=frais fraise=fraise france=france franc=franc français=francais
    française=francais galerie=galerie galère=galere gant=gants gants=gants gare=gare gares=gare garer=garer gel=gel
    geler=gel golf=golf golfe=golfe grain=grain graine=graine graines=graine grave=grave gravure=gravure
    graver=gravure habit=habits habits=habits habiter=habiter habite=habiter habitez=habiter important=important
    importation=importation jardinière=jardiniere lame=lame lama=lama lever=lever levée=levee licence=licence
    licenciement=licenciement loi=loi lois=loi loyer=loyer loisir=loisir loisirs=loisir loup=loup louper=louper
    machine=machine machines=machine machin=machin mai=mai maïs=mais2 maigrir=maigrir main=main mains=main mamie=mamie
    manger=manger mange=manger mangez=manger mangue=mangue manga=manga médecin=medecin médecine=medecine mètre=metre
    mètres=metre métro=metro mince=mince montre=montre montres=montre montrer=montrer montez=monter mont=mont
    moutarde=moutarde moyen=moyen muse=muse musée=musee musées=musee musique=musique né=ne2 née=ne2 nerveux=nerveux
    note=note notes=note nouvelle=nouveau nouvelles=nouveau nouveau=nouveau nouveaux=nouveau nuage=nuage nuit=nuit
    nuits=nuit opération=operation opéra=opera oreille=oreille oreiller=oreiller orgue=orgue page=page pages=page
    pain=pain pains=pain papier=papier papiers=papier papi=papi papa=papa pape=pape parc=parc parcours=parcours
    parent=parent parents=parent parler=parler parlez=parler parlement=parlement partition=partition pâte=pate
    pâtes=pates patient=patient patienter=patienter patin=patin pays=pays paysage=paysage paysan=paysan
    peinture=peinture pelle=pelle petit=petit petits=petit petite=petit petites=petit pont=pont ponts=pont rose=rose
    roses=rose roue=roue rouge=rouge rue=rue rues=rue sac=sac sacs=sac sain=sain saint=saint sein=sein seins=sein
    santé=sante savon=savon savons=savon savoir=savoir scène=scene selles=selle siège=siege soie=soie soin=soin
    soins=soin soir=soir soirée=soir soirées=soir stage=stage stages=stage stagiaire=stagiaire table=table
    tableau=tableau tableaux=tableau`,
};
