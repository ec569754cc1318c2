/** Hindi typed in Latin letters, with the English that goes with it; each list is explained in `Spellings`. */
export const HINDI = {
  typed: `
    kya=क्या kyaa=क्या kab=कब kabse=कबसे kaha=कहाँ kahan=कहाँ kahaan=कहाँ kha=कहाँ kidhar=किधर kaise=कैसे kese=कैसे kesa=कैसा
    kaisa=कैसा kaisi=कैसी kesi=कैसी kyu=क्यों kyun=क्यों kyon=क्यों kyo=क्यों q=क्यों kitna=कितना kitni=कितनी kitne=कितने kitnaa=कितना ktna=कितना
    ktne=कितने kitney=कितने kaun=कौन kon=कौन koun=कौन konsa=कौनसा kaunsa=कौनसा konsi=कौनसी kaunsi=कौनसी kis=किस kisne=किसने kisko=किसको
    kiska=किसका kiski=किसकी kisse=किससे koi=कोई kuch=कुछ kuchh=कुछ kch=कुछ ka=का ki=की ke=के ko=को k=के mein=में me=में mai=मैं main=मैं
    m=मैं se=से sey=से par=पर pe=पे pr=पर tak=तक ne=ने aur=और or=और ya=या bhi=भी bi=भी hi=ही to=तो toh=तो na=ना nahi=नहीं nahin=नहीं
    nai=नहीं nhi=नहीं nahee=नहीं ni=नहीं hai=है he=है h=है hain=हैं ho=हो hu=हूँ hun=हूँ hoon=हूँ hoga=होगा hogi=होगी honge=होंगे
    tha=था thi=थी the=थे hota=होता hoti=होती hote=होते hua=हुआ hui=हुई hue=हुए ho=हो aap=आप ap=आप aapka=आपका apka=आपका aapki=आपकी
    apki=आपकी aapke=आपके apke=आपके aapko=आपको apko=आपको aapne=आपने apne=अपने apna=अपना apni=अपनी aapse=आपसे apse=आपसे tum=तुम
    tumhara=तुम्हारा tumhari=तुम्हारी mera=मेरा meri=मेरी mere=मेरे mujhe=मुझे mujhko=मुझको muje=मुझे mjhe=मुझे maine=मैंने hum=हम ham=हम
    hume=हमें hamein=हमें humko=हमको hamara=हमारा humara=हमारा hamari=हमारी humari=हमारी hamare=हमारे humare=हमारे yeh=यह ye=ये yah=यह
    wo=वो woh=वो vo=वो voh=वो yaha=यहाँ yahan=यहाँ waha=वहाँ wahan=वहाँ vahan=वहाँ iska=इसका iski=इसकी iske=इसके uska=उसका uski=उसकी
    uske=उसके isme=इसमें usme=उसमें sab=सब sabhi=सभी bahut=बहुत bohot=बहुत bahot=बहुत thoda=थोड़ा thodi=थोड़ी zyada=ज़्यादा jyada=ज़्यादा jada=ज़्यादा
    kam=कम sirf=सिर्फ बस=बस bas=बस only=सिर्फ abhi=अभी ab=अब phir=फिर fir=फिर lekin=लेकिन magar=मगर agar=अगर agr=अगर jab=जब tab=तब
    kyunki=क्योंकि liye=लिए lie=लिए sath=साथ saath=साथ bina=बिना baad=बाद bad=बाद pehle=पहले pahle=पहले phle=पहले pehla=पहला pehli=पहली
    pahli=पहली andar=अंदर bahar=बाहर upar=ऊपर neeche=नीचे niche=नीचे paas=पास pas=पास door=दूर dur=दूर samne=सामने peeche=पीछे
    karna=करना krna=करना kar=कर kr=कर karo=करो kro=करो karte=करते krte=करते karti=करती karta=करता karenge=करेंगे karunga=करूँगा karu=करूँ
    karun=करूँ karoon=करूँ kare=करें karein=करें kiya=किया kia=किया ki=की karwana=करवाना karwa=करवा krwa=करवा karwate=करवाते
    kara=करा chahiye=चाहिए chaiye=चाहिए chahie=चाहिए chaie=चाहिए cahiye=चाहिए chahta=चाहता chahti=चाहती sakta=सकता sakti=सकती sakte=सकते skta=सकता
    skte=सकते skti=सकती sakti=सकती milta=मिलता milti=मिलती milte=मिलते milega=मिलेगा milegi=मिलेगी milenge=मिलेंगे mil=मिल milna=मिलना milne=मिलने
    dena=देना dete=देते deti=देती deta=देता dedo=दे do=दो doge=दोगे dogi=दोगी denge=देंगे dijiye=दीजिए dijie=दीजिए diya=दिया de=दे lena=लेना
    lete=लेते leti=लेती leta=लेता lo=लो loge=लोगे lenge=लेंगे lu=लूँ lun=लूँ liya=लिया le=ले lekar=लेकर leke=लेकर lao=लाओ lana=लाना laana=लाना
    lau=लाऊँ laau=लाऊँ laun=लाऊँ laye=लाए jana=जाना jaana=जाना jao=जाओ jau=जाऊँ jate=जाते jati=जाती jata=जाता jayega=जाएगा jaega=जाएगा jaye=जाए
    jaa=जा ja=जा gaya=गया gayi=गई gai=गई gaye=गए aana=आना ana=आना aao=आओ aau=आऊँ aaun=आऊँ aate=आते ate=आते aati=आती ati=आती aata=आता ata=आता
    aayega=आएगा aaega=आएगा ayega=आएगा aayenge=आएंगे aa=आ aaya=आया aayi=आई aaye=आए aaiye=आइए raha=रहा rahi=रही rahe=रहे rha=रहा rhi=रही
    rhe=रहे rehna=रहना rahna=रहना rehte=रहते rahte=रहते rehti=रहती rehta=रहता batao=बताओ btao=बताओ bataiye=बताइए batayein=बताइए bata=बता
    batana=बताना btana=बताना bolo=बोलो bol=बोल bolte=बोलते bolna=बोलना puchna=पूछना poochna=पूछना puch=पूछ baat=बात dekhna=देखना dekh=देख
    dekho=देखो dekhte=देखते dekhti=देखती dikhao=दिखाओ dikha=दिखा sunna=सुनना sikhna=सीखना seekhna=सीखना sikhate=सिखाते sikhati=सिखाती sikhao=सिखाओ
    sikhaoge=सिखाओगे sikhana=सिखाना seekh=सीख sikh=सीख sikha=सिखा seekha=सीखा padhna=पढ़ना padhte=पढ़ते padhate=पढ़ाते padhati=पढ़ाती padhana=पढ़ाना
    padhai=पढ़ाई padh=पढ़ padhe=पढ़े likhna=लिखना likhte=लिखते banana=बनाना banate=बनाते banati=बनाती banao=बनाओ bana=बना banta=बनता banti=बनती
    banwana=बनवाना banwa=बनवा bhejna=भेजना bhejte=भेजते bhejo=भेजो bhej=भेज bhejenge=भेजेंगे khareedna=खरीदना kharidna=खरीदना kharid=खरीद
    khareed=खरीद bechte=बेचते bechna=बेचना mangwana=मँगवाना mangwa=मँगवा mangana=मँगाना lagta=लगता lagti=लगती lagte=लगते lagega=लगेगा lagegi=लगेगी
    lagenge=लगेंगे lag=लग lagana=लगाना lagau=लगाऊँ chalega=चलेगा chalegi=चलेगी chalta=चलता chalti=चलती chalte=चलते chal=चल khana=खाना khaana=खाना
    khate=खाते khau=खाऊँ khao=खाओ peena=पीना pina=पीना pehanna=पहनना pehnu=पहनूँ pahnu=पहनूँ pehen=पहन pehne=पहनें rakhna=रखना rakhte=रखते
    rakh=रख chhodna=छोड़ना  chhod=छोड़ badalna=बदलना badal=बदल change=बदल khula=खुला khuli=खुली khulta=खुलता khulti=खुलती
    kholte=खोलते khole=खोला khola=खोला band=बंद bandh=बंद shuru=शुरू suru=शुरू start=शुरू khatam=खत्म khatm=खत्म jaldi=जल्दी der=देर late=लेट
    paisa=पैसा paise=पैसे pese=पैसे paisey=पैसे rupay=रुपये rupaye=रुपये rupees=रुपये rs=रुपये rupye=रुपये fee=फीस fees=फीस phees=फीस fis=फीस
    price=कीमत prices=कीमत rate=रेट rates=रेट kimat=कीमत keemat=कीमत daam=दाम dam=दाम charge=चार्ज charges=चार्ज cost=कीमत kharcha=खर्चा kharch=खर्च
    sasta=सस्ता sasti=सस्ती mehnga=महँगा mehenga=महँगा mahanga=महँगा discount=छूट offer=ऑफर chhoot=छूट free=मुफ्त fri=मुफ्त muft=मुफ्त
    payment=भुगतान pay=भुगतान upi=यूपीआई gpay=गूगलपे paytm=पेटीएम phonepe=फोनपे cash=नकद card=कार्ड nakad=नकद advance=एडवांस emi=किस्त kisht=किस्त
    kist=किस्त instalment=किस्त installment=किस्त bill=बिल refund=रिफंड wapas=वापस vapas=वापस wapis=वापस vapis=वापस return=वापसी cancel=रद्द
    cancle=रद्द booking=बुकिंग book=बुक order=ऑर्डर delivery=डिलीवरी delhivery=डिलीवरी parcel=पार्सल courier=कूरियर ghar=घर gift=उपहार
    time=टाइम timing=टाइमिंग timings=टाइमिंग samay=समय waqt=वक्त din=दिन mahina=महीना mahine=महीने maheena=महीना mahino=महीनों month=महीना
    monthly=महीना hafta=हफ्ता hafte=हफ्ते week=हफ्ता saal=साल sal=साल year=साल ghanta=घंटा ghante=घंटे hour=घंटा hours=घंटे minute=मिनट min=मिनट
    baje=बजे bje=बजे subah=सुबह subha=सुबह shaam=शाम sham=शाम dopahar=दोपहर dopehar=दोपहर raat=रात rat=रात aaj=आज aj=आज kal=कल parso=परसों
    somvar=सोमवार monday=सोमवार mangalvar=मंगलवार tuesday=मंगलवार budhvar=बुधवार wednesday=बुधवार guruvar=गुरुवार thursday=गुरुवार shukravar=शुक्रवार
    friday=शुक्रवार shanivar=शनिवार saturday=शनिवार sat=शनिवार ravivar=रविवार itvar=रविवार itwar=रविवार sunday=रविवार संडे=रविवार मंडे=सोमवार सैटरडे=शनिवार
    इतवार=रविवार chutti=छुट्टी chhutti=छुट्टी holiday=छुट्टी weekend=वीकेंड garmi=गर्मी sardi=सर्दी thand=ठंड thandi=ठंड barish=बारिश baarish=बारिश
    mausam=मौसम diwali=दिवाली दीवाली=दिवाली holi=होली navratri=नवरात्रि rakhi=राखी
    jagah=जगह pata=पता address=पता location=लोकेशन shahar=शहर shehar=शहर sheher=शहर gaon=गाँव gaav=गाँव area=इलाका ilaka=इलाका dukan=दुकान
    dukaan=दुकान shop=दुकान store=दुकान studio=स्टूडियो office=ऑफिस ऑफ़िस=ऑफिस clinic=क्लिनिक map=मैप rasta=रास्ता raasta=रास्ता pahunche=पहुँचें
    pahuche=पहुँचें pahuchu=पहुँचूँ pahunchna=पहुँचना pahuchna=पहुँचना parking=पार्किंग gaadi=गाड़ी gadi=गाड़ी car=कार bus=बस train=ट्रेन metro=मेट्रो
    station=स्टेशन airport=एयरपोर्ट taxi=टैक्सी cab=टैक्सी auto=ऑटो sidhi=सीढ़ी seedhi=सीढ़ी lift=लिफ्ट लिफ़्ट=लिफ्ट wheelchair=व्हीलचेयर toilet=शौचालय
    bathroom=बाथरूम washroom=बाथरूम room=कमरा kamra=कमरा kamre=कमरे
    bachcha=बच्चा baccha=बच्चा bacha=बच्चा bachche=बच्चे bacche=बच्चे bache=बच्चे bachhe=बच्चे bachchon=बच्चों bachon=बच्चों bacho=बच्चों kids=बच्चे
    child=बच्चा children=बच्चे beta=बेटा beti=बेटी ladka=लड़का ladki=लड़की ladkiyan=लड़कियाँ ladies=महिलाएँ mahila=महिला aurat=औरत gents=पुरुष
    aadmi=आदमी admi=आदमी log=लोग logon=लोगों bande=लोग mummy=मम्मी mumy=मम्मी mom=मम्मी maa=माँ papa=पापा pita=पिता dad=पापा bhai=भाई
    behen=बहन bahan=बहन pati=पति husband=पति patni=पत्नी biwi=बीवी wife=पत्नी dost=दोस्त friend=दोस्त friends=दोस्त parivar=परिवार family=परिवार
    couple=कपल group=ग्रुप akela=अकेला akele=अकेले akeli=अकेली shadi=शादी shaadi=शादी wedding=शादी birthday=जन्मदिन janamdin=जन्मदिन umar=उम्र umra=उम्र
    age=उम्र naam=नाम nam=नाम name=नाम dadi=दादी dada=दादा nani=नानी student=छात्र students=छात्र teacher=शिक्षक टीचर=शिक्षक guide=गाइड
    class=क्लास classes=क्लास klas=क्लास course=कोर्स courses=कोर्स batch=बैच workshop=वर्कशॉप online=ऑनलाइन offline=ऑफलाइन demo=डेमो trial=ट्रायल
    video=वीडियो recording=रिकॉर्डिंग notes=नोट्स pdf=पीडीएफ test=टेस्ट exam=परीक्षा pariksha=परीक्षा certificate=प्रमाणपत्र सर्टिफिकेट=प्रमाणपत्र
    admission=दाखिला dakhila=दाखिला join=जॉइन ज्वाइन=जॉइन register=रजिस्टर registration=रजिस्ट्रेशन form=फॉर्म level=स्तर beginner=शुरुआती
    experience=अनुभव anubhav=अनुभव naukri=नौकरी nokri=नौकरी kaam=काम
    photo=फोटो photos=फोटो फ़ोटो=फोटो pic=फोटो pics=फोटो number=नंबर no=नंबर नम्बर=नंबर phone=फोन फ़ोन=फोन call=कॉल mobile=मोबाइल whatsapp=व्हाट्सएप
    watsapp=व्हाट्सएप wtsp=व्हाट्सएप व्हाट्सऐप=व्हाट्सएप वाट्सएप=व्हाट्सएप वॉट्सऐप=व्हाट्सएप वॉट्सएप=व्हाट्सएप msg=मैसेज message=मैसेज मेसेज=मैसेज email=ईमेल
    mail=ईमेल मेल=ईमेल insta=इंस्टाग्राम instagram=इंस्टाग्राम इंस्टा=इंस्टाग्राम facebook=फेसबुक fb=फेसबुक youtube=यूट्यूब website=वेबसाइट link=लिंक
    reply=जवाब jawab=जवाब javab=जवाब answer=जवाब contact=संपर्क सम्पर्क=संपर्क sampark=संपर्क help=मदद madad=मदद problem=समस्या dikkat=दिक्कत
    pareshani=परेशानी bimar=बीमार beemar=बीमार dard=दर्द dawai=दवाई doctor=डॉक्टर डाक्टर=डॉक्टर allergy=एलर्जी pregnant=गर्भवती प्रेग्नेंट=गर्भवती
    प्रेगनेंट=गर्भवती प्रेग्नेंसी=गर्भावस्था pregnancy=गर्भावस्था sugar=शुगर diabetes=डायबिटीज़ thyroid=थायराइड थायरॉइड=थायराइड protein=प्रोटीन diet=डाइट report=रिपोर्ट case=केस roti=रोटी job=नौकरी जॉब=नौकरी yoga=योग bp=बीपी weight=वज़न wajan=वज़न vajan=वज़न vajan=वज़न
    veg=शाकाहारी shakahari=शाकाहारी nonveg=मांसाहारी egg=अंडा eggless=एगलेस anda=अंडा doodh=दूध dudh=दूध cheeni=चीनी chini=चीनी pani=पानी paani=पानी
    chai=चाय coffee=कॉफी nashta=नाश्ता breakfast=नाश्ता lunch=लंच dinner=डिनर sabzi=सब्ज़ी kapde=कपड़े kapda=कपड़ा joote=जूते jute=जूते saman=सामान
    samaan=सामान size=साइज़ साइज=साइज़ color=रंग colour=रंग rang=रंग कलर=रंग quality=क्वालिटी design=डिज़ाइन material=सामग्री warranty=वारंटी
    guarantee=गारंटी garanti=गारंटी kharab=खराब toota=टूटा tut=टूट repair=मरम्मत kutta=कुत्ता kutte=कुत्ते dog=कुत्ता billi=बिल्ली cat=बिल्ली
    allowed=अनुमति अलाउड=अनुमति allow=अनुमति mat=मैट karate=कराटे logo=लोगो pet=पेट safe=सुरक्षित jaruri=ज़रूरी zaruri=ज़रूरी zaroori=ज़रूरी jaroori=ज़रूरी zarurat=ज़रूरत jarurat=ज़रूरत
    accha=अच्छा acha=अच्छा achha=अच्छा sahi=सही galat=गलत naya=नया nayi=नई purana=पुराना bada=बड़ा badi=बड़ी bade=बड़े chota=छोटा chhota=छोटा
    choti=छोटी dar=डर darr=डर pasand=पसंद kahani=कहानी sawal=सवाल savaal=सवाल question=सवाल hindi=हिंदी हिन्दी=हिंदी english=अंग्रेज़ी angrezi=अंग्रेज़ी
    इंग्लिश=अंग्रेज़ी bhasha=भाषा ek=एक do=दो teen=तीन char=चार chaar=चार paanch=पाँच panch=पाँच das=दस dono=दोनों sir=सर ji=जी mam=मैम maam=मैम madam=मैडम
    plz=प्लीज़ pls=प्लीज़ please=प्लीज़ ok=ठीक theek=ठीक thik=ठीक wala=वाला wali=वाली wale=वाले vala=वाला vali=वाली sath=साथ
    फ्री=मुफ्त फ़्री=मुफ्त कैश=नकद पेमेंट=भुगतान डिस्काउंट=छूट एड्रेस=पता कैंसिल=रद्द कैंसल=रद्द प्राइस=कीमत किश्त=किस्त टाईम=टाइम हफ़्ता=हफ्ता फैमिली=परिवार
    प्रोब्लम=समस्या प्रॉब्लम=समस्या परेशानी=समस्या बर्थडे=जन्मदिन वाइफ=पत्नी हसबैंड=पति हस्बैंड=पति फ्रेंड=दोस्त स्टूडेंट=छात्र एक्सपीरियंस=अनुभव डॉग=कुत्ता कैट=बिल्ली
  `,
  elsewhere: `
    हफ्ते=हफ्ता हफ्तों=हफ्ता महीनों=महीना महीने=महीना घंटे=घंटा घंटों=घंटा कमरे=कमरा कमरों=कमरा बच्चे=बच्चा बच्चों=बच्चा बच्ची=बच्चा बच्चियां=बच्चा
    बेटे=बेटा बेटों=बेटा लड़के=लड़का लड़कों=लड़का लड़कियां=लड़की लड़कियों=लड़की महिलाएं=महिला महिलाओं=महिला औरतें=औरत औरतों=औरत पुरुषों=पुरुष
    कुत्ते=कुत्ता कुत्तों=कुत्ता बिल्लियां=बिल्ली बिल्लियों=बिल्ली जानवरों=जानवर किताबें=किताब किताबों=किताब कहानियां=कहानी कहानियों=कहानी
    कपड़े=कपड़ा कपड़ों=कपड़ा जूते=जूता जूतों=जूता सीढ़ियां=सीढ़ी सीढ़ियों=सीढ़ी छुट्टियां=छुट्टी छुट्टियों=छुट्टी गाड़ियां=गाड़ी गाड़ियों=गाड़ी
    दवाइयां=दवाई दवा=दवाई दवाएं=दवाई रुपया=रुपये रुपए=रुपये रुपयों=रुपये पैसा=पैसे पैसों=पैसे दिनों=दिन सालों=साल वर्षों=वर्ष लोगों=लोग
    भाषाएं=भाषा भाषाओं=भाषा कक्षाएं=कक्षा कक्षाओं=कक्षा क्लासेस=क्लास क्लासें=क्लास क्लासेज़=क्लास फोटोज़=फोटो तस्वीरें=तस्वीर दोस्तों=दोस्त
    छात्रों=छात्र छात्रा=छात्र छात्राएं=छात्र शिक्षिका=शिक्षक सब्जियां=सब्जी सब्जियों=सब्जी मिठाइयां=मिठाई नौकरियां=नौकरी
    सिखाना=सिखाना सिखाते=सिखाना सिखाती=सिखाना सिखाता=सिखाना सिखाओगे=सिखाना सिखाएंगे=सिखाना सिखाया=सिखाना सिखा=सिखाना सिखाई=सिखाना
    सीखना=सीखना सीखते=सीखना सीखा=सीखना सीखी=सीखना सीखने=सीखना सीख=सीखना सीखूं=सीखना सीखें=सीखना
    पढ़ाना=पढ़ाना पढ़ाते=पढ़ाना पढ़ाती=पढ़ाना पढ़ाता=पढ़ाना पढ़ाया=पढ़ाना पढ़ा=पढ़ना पढ़ना=पढ़ना पढ़ते=पढ़ना पढ़ूं=पढ़ना पढ़ने=पढ़ना पढ़ें=पढ़ना पढ़=पढ़ना
    भेजना=भेजना भेजते=भेजना भेजती=भेजना भेजता=भेजना भेजें=भेजना भेजेंगे=भेजना भेजिए=भेजना भेजो=भेजना भेज=भेजना भेजा=भेजना
    बेचना=बेचना बेचते=बेचना बेचती=बेचना बेचता=बेचना बेचें=बेचना बेच=बेचना बेचा=बेचना बेचूं=बेचना
    खरीदना=खरीदना खरीदते=खरीदना खरीदें=खरीदना खरीदूं=खरीदना खरीद=खरीदना खरीदा=खरीदना
    छोड़ना=छोड़ना छोड़ते=छोड़ना छोड़ी=छोड़ना छोड़ा=छोड़ना छोड़=छोड़ना छोड़ूं=छोड़ना छोड़ें=छोड़ना
    खुलना=खुलना खुला=खुलना खुली=खुलना खुले=खुलना खुलता=खुलना खुलती=खुलना खुलते=खुलना खोलते=खुलना खोलती=खुलना
    पहनना=पहनना पहनूं=पहनना पहनें=पहनना पहन=पहनना पहने=पहनना पहनकर=पहनना
  `,
  apart: `
    पढ़ाई=पढ़ाई    बजे=बजे बैठना=बैठना बैठे=बैठना बैठते=बैठना बैठती=बैठना
    रहना=रहना रहता=रहना रहती=रहना रहते=रहना टैक्सी=टैक्सी आयु=आयु किराना=किराना माली=माली खेती=खेती चोटी=चोटी घाटी=घाटी घाट=घाट घाटा=घाटा कमरा=कमरा कमरे=कमरा
    कमर=कमर ट्रेनी=ट्रेनी ओला=ओला ओले=ओले फेरी=फेरी फेरे=फेरे तल=तल तलना=तलना अटैची=अटैची दमा=दमा बालकनी=बालकनी छोटू=छोटू किडनी=किडनी किटी=किटी
    बुआई=बुआई बहू=बहू गुर=गुर नौकर=नौकर नौकरी=नौकरी सितार=सितार हीरा=हीरा जीवनी=जीवनी पेशी=पेशी ईसा=ईसा बोली=बोली मराठा=मराठा दर्जी=दर्जी टेस्टी=टेस्टी
    आरती=आरती आरी=आरी हलवा=हलवा मुर्गी=मुर्गी जलना=जलना ताज=ताज ताजा=ताजा तोड=तोड खादी=खादी कब्जा=कब्जा मोच=मोच मोची=मोची पट्टी=पट्टी गोली=गोली
    मोटाई=मोटाई कीटो=कीटो चाकू=चाकू पंख=पंख पीसी=पीसी बाज=बाज हरा=हरा हरी=हरा हरे=हरा किलो=किलो किला=किला गहराई=गहराई काठी=काठी जारी=जारी
    रजाई=रजाई पन्ना=पन्ना चांद=चांद चांदी=चांदी तारा=तारा तारे=तारा हंसना=हंसना छाता=छाता छाया=छाया धारा=धारा पैना=पैना लेखनी=लेखनी पात्रता=पात्रता
    पारा=पारा वादा=वादा खुदा=खुदा दुर्गा=दुर्गा मिलना=मिलना मिलने=मिलना मिलोगे=मिलना मिलोगी=मिलना मिलूं=मिलना जल्दी=जल्दी बैच=बैच फीस=फीस
    सिखाना=सिखाना पढ़ाना=पढ़ाना खुलना=खुलना
    पति=पति पता=पता पते=पता पत्ता=पत्ता पत्ते=पत्ता पत्नी=पत्नी चलना=चलना चलेगा=चलेगा चलेगी=चलेगा चलता=चलेगा चलती=चलेगा चलते=चलेगा छूट=छूट
    छूटना=छूटना छूटी=छूटना छूटता=छूटना छूटती=छूटना कमी=कमी कम=कम काम=काम कमाई=कमाई कमाते=कमाई बस=बस बसा=बसा बसे=बसा
    राजी=राजी राजा=राजा राज=राज गाय=गाय गए=गया रोज=रोज रोजा=रोजा दान=दान दाना=दाना बाल=बाल बालक=बालक बाली=बाली माल=माल माला=माला
    खाना=खाना खाने=खाना खाता=खाता खाते=खाते जाना=जाना जान=जान नाना=नाना नानी=नानी दादी=दादी दादा=दादा मामा=मामा मामी=मामी चाची=चाची चाचा=चाचा
    गाना=गाना गाने=गाना गान=गान सोना=सोना सोने=सोना सोनार=सुनार दर=दर दरी=दरी दौर=दौर शहर=शहर शहरी=शहर बीमा=बीमा बीमार=बीमार दूध=दूध दूर=दूर दूरी=दूर
    समय=समय समाज=समाज साल=साल साला=साला साली=साली शाल=शाल हाल=हाल हॉल=हॉल घर=घर घड़ी=घड़ी गली=गली गला=गला गले=गला नाम=नाम नामी=नामी
    भर=भर भारी=भारी भार=भार बारी=बारी बार=बार बारिश=बारिश रात=रात राय=राय राई=राई कार=कार कारण=कारण कारी=कारीगर काल=काल काला=काला काली=काला काले=काला
    कल=कल कला=कला कलम=कलम मेल=ईमेल मेला=मेला मैला=मैला तेल=तेल जूता=जूता पेट=पेट पेटी=पेटी रोटी=रोटी सास=सास सांस=सांस आम=आम आमदनी=आमदनी
    अंग=अंग अंडा=अंडा अंडे=अंडा डर=डर डेरा=डेरा मन=मन मना=मना माना=माना मान=मान गर्मी=गर्मी गर्म=गर्म गरम=गर्म ठंड=ठंड ठंडा=ठंड ठंडी=ठंड
    पानी=पानी पान=पान पाना=पाना पीना=पीना चीनी=चीनी चीन=चीन दिन=दिन दीन=दीन तीन=तीन हिंदी=हिंदी हिंदू=हिंदू लाल=लाल लाला=लाला नीला=नीला पीला=पीला
    बर्फ=बर्फ बर्फी=बर्फी केक=केक शादी=शादी सादी=सादा सादा=सादा शेर=शेर शेयर=शेयर शायरी=शायरी शायर=शायर ऊन=ऊन ऊंट=ऊंट
  `,
};
