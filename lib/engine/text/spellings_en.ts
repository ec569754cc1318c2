/** English spellings and typing habits; each list is explained in `Spellings`. */
export const ENGLISH = {
  typed: `
  u=you ya=you yu=you r=are ur=your yr=your n=and pls=please plz=please plse=please thx=thanks abt=about
  wat=what wot=what wut=what wats=whats wots=whats wen=when wer=where wher=where hw=how howw=how
  mch=much mny=many lng=long lon=long dnt=dont dosent=doesnt
  wld=would cld=could shld=should wud=would cud=could shud=should
  b4=before bfore=before befor=before tonite=tonight
  tmrw=tomorrow tmr=tomorrow tmw=tomorrow tomoz=tomorrow tomorow=tomorrow tommorow=tomorrow tommorrow=tomorrow
  ppl=people peeps=people bday=birthday gr8=great l8=late l8r=later gd=good hav=have hve=have giv=give
  bcoz=because becuz=because cus=because coz=because cuz=because tho=though thru=through
  sum1=someone smth=something sth=something nething=anything any1=anyone no1=nobody evry=every
  msg=message msgs=messages txt=text txts=texts appt=appointment appts=appointments addy=address addr=address
  tel=telephone fone=phone fones=phones foto=photo fotos=photos pic=picture pics=pictures pix=pictures
  vid=video vids=videos yrs=years hrs=hours mins=minutes wk=week wks=weeks wkend=weekend wknd=weekend
  mth=month mths=months nite=night eve=evening arvo=afternoon sesh=session sesshon=session
  recieve=receive recieved=received reciept=receipt recipt=receipt reciepts=receipts adress=address addres=address
  adresses=addresses buisness=business bussiness=business buisnesses=businesses accomodation=accommodation
  acommodation=accommodation acomodation=accommodation accomodate=accommodate definately=definitely
  seperate=separate seperately=separately calender=calendar beginer=beginner beginers=beginners begginer=beginner
  begginers=beginners begginner=beginner experiance=experience expirience=experience experinced=experienced
  lesons=lessons leson=lesson lessens=lessons clases=classes clas=class cource=course cources=courses
  prise=price pricess=prices pric=price expensiv=expensive expencive=expensive
  shiping=shipping shippin=shipping delivary=delivery delievery=delivery deliverd=delivered devlivery=delivery
  avalable=available availible=available avaliable=available availabe=available availble=available
  availabilty=availability availablity=availability bookin=booking boking=booking reservaton=reservation
  cancle=cancel cancell=cancel cancelation=cancellation canceld=cancelled refunnd=refund refound=refund
  questoin=question qustion=question qeustion=question quesiton=question shoud=should
  parkin=parking parkng=parking wether=whether weathr=weather wheelchiar=wheelchair weelchair=wheelchair
  vegitarian=vegetarian vegeterian=vegetarian vegetarien=vegetarian glutten=gluten alergy=allergy alergic=allergic
  alergies=allergies allergys=allergies childern=children chidren=children kidz=kids daugther=daughter
  gaurantee=guarantee guarentee=guarantee garantee=guarantee warrenty=warranty waranty=warranty
  certificat=certificate certifcate=certificate qualifed=qualified qualifcations=qualifications
  insurence=insurance ensurance=insurance liscence=licence licens=licence
  voutcher=voucher vochure=voucher vochers=vouchers vouchor=voucher membershp=membership
  instuments=instruments insturment=instrument guitare=guitar gitar=guitar pyano=piano
  excercise=exercise excersise=exercise exersise=exercise jewelery=jewellery jewlery=jewellery jewelrey=jewellery
  tatoo=tattoo tatoos=tattoos tattos=tattoos tatto=tattoo massege=massage photgraphy=photography
  photograpy=photography photografer=photographer recipie=recipe recipies=recipes reciepe=recipe recepie=recipe
  restaraunt=restaurant resturant=restaurant lanuage=language langauge=language langage=language englsh=english
  websight=website webiste=website intsagram=instagram instagramm=instagram whatsap=whatsapp watsapp=whatsapp
  emial=email emali=email e-mial=email whereabout=whereabouts
  `,
  elsewhere: `
  color=colour colors=colours colored=coloured colorful=colourful favorite=favourite favorites=favourites
  flavor=flavour flavors=flavours flavored=flavoured neighbor=neighbour neighbors=neighbours
  neighborhood=neighbourhood honor=honour honored=honoured humor=humour labor=labour harbor=harbour
  behavior=behaviour behavioral=behavioural center=centre centers=centres meter=metre meters=metres
  liter=litre liters=litres theater=theatre theaters=theatres fiber=fibre kilometer=kilometre
  kilometers=kilometres centimeter=centimetre centimeters=centimetres millimeter=millimetre
  program=programme programs=programmes organize=organise organized=organised organizer=organiser
  organization=organisation organizations=organisations customize=customise customized=customised
  customization=customisation specialize=specialise specialized=specialise specialised=specialise
  specializes=specialise recognize=recognise recognized=recognised apologize=apologise
  license=licence licenses=licences licensed=licenced practise=practice practised=practice practising=practice
  practicing=practice practiced=practice practices=practice
  jewelry=jewellery gray=grey tire=tyre tires=tyres aluminum=aluminium
  pajamas=pyjamas yogurt=yoghurt yoghourt=yoghurt donut=doughnut donuts=doughnuts mold=mould moldy=mouldy
  plow=plough enroll=enrol enrollment=enrolment fulfill=fulfil canceled=cancelled canceling=cancelling
  traveling=travelling traveled=travelled traveler=traveller travelers=travellers jeweler=jeweller
  woolen=woollen airplane=aeroplane airplanes=aeroplanes counseling=counselling counselor=counsellor
  modeling=modelling catalog=catalogue dialog=dialogue analog=analogue pediatric=paediatric
  orthopedic=orthopaedic anesthetic=anaesthetic celiac=coeliac diarrhea=diarrhoea maneuver=manoeuvre
  mom=mum moms=mums mommy=mummy mam=mum curb=kerb sulfite=sulphite sulfites=sulphites
  whiskey=whisky artefact=artifact artefacts=artifacts learnt=learned burnt=burned
  ageing=aging judgment=judgement
  `,
  apart: `
  wedding=wedding weddings=wedding training=training trainings=training trainer=trainer trainers=trainer
  trained=training evening=evening evenings=evening personal=personal personally=personal
  personalised=personalis personalized=personalis personalise=personalis personalize=personalis
  personalisation=personalis personalization=personalis booking=booking bookings=booking booked=booking
  opening=opening openings=opening parking=parking meaning=meaning meanings=meaning recorder=recorder
  recorders=recorder lettering=lettering lighting=lighting dating=dating called=called longing=longing
  musical=musical musicals=musical watering=watering voicing=voicing insider=insider hardware=hardware
  university=university universities=university universal=universal universe=universe news=news
  general=general generally=general generation=generation generations=generation generic=generic
  organ=organ organs=organ policy=policy policies=policy police=police internal=internal
  international=international animation=animation animations=animation animated=animation
  experiment=experiment experiments=experiment authority=authority authorities=authority
  emergency=emergency emergencies=emergency emerge=emerge customs=customs custom=custom
  important=important importance=important import=import imports=import classic=classic classical=classical
  ringing=ringing rating=rating ratings=rating rated=rating pensioner=pensioner pensioners=pensioner
  clinical=clinical lately=lately timely=timely painter=painter painters=painter
  building=building buildings=building timing=timing timings=timing
  leaves=leaves glasses=glasses seconds=seconds founded=founded founder=founder founders=founder
  `,
};
