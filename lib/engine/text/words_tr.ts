/** Turkish words whose endings are told by them; each list is separated by spaces. */
export const TURKISH = {
  /** Bases of verbs; "a/b" has a second form before a vowel: "git/gid". */
  verbs: `
    abart aktar al aldır algıla alış anla anlaş anlat ara araştır art arttır as at atla ayarla ayır aydınlat aydınlan
    ayrıl azal azalt bağır bağla bağlan bak barındır başar başla başlat başvur bas bastır bat bayıl beğen bekle beklet
    belirle belirt besle beslen bırak bil bildir bin birleş birleştir bit bitir bölüş böl bölüştür boşal boşalt boşan
    boz bozul bul bulun buluş bük büyü büyüt büyüle cay canlan cevapla çağır çal çalın çalış çalıştır çarp çat çatla
    çek çekin çektir çevir çeviril çık çıkar çıkart çırp çiz çöz çözül çürü dağıl dağıt dal danış davran dayan de/di
    değerlendir değiş değiştir değiştiril dene denetle deneyimle deril destekle devret dik dikil diktir dile dilimle
    dinle dinlen dinlendir diz doğ doğra doğrula dokun doku dol dolaş doldur don dondur donat donatıl dök dökül dön
    döndür dönüş dönüştür döşe dur durdur duy duyur dürt düş düşün düşür düzelt düzel düzenle düzenlen edin ek ekle
    ekil emzir emekle engelle er eri ertele es eşleş et/ed etkile evlen eğil eğit eğlen ez ezil farket fırçala fırlat
    gecik geç geçin geçir gel geliş geliştir genişle ger gerek gerçekleş gerçekleştir getir getirt gez gezdir gir
    giriş git/gid giy giyin gizle gönder görün görüş gör göster götür gözük gözet gül güldür gülümse güncelle güven
    hallet/halled hallol hatırla hatırlat hazırla hazırlan havla hisset/hissed hoşlan ısır ısıt ısmarla ısla ıslan iç
    içer içir ilerle ilet ilgilen imzala imzalat in inan incele incit indir ıskala iste işle işlet it iyileş iyileştir
    izle izlet kaç kaçır kal kaldır kalk kapa kapla kapsa karala karar karış karıştır karşıla karşılaş karşılaştır kas
    kat katıl katla katlan kav kavra kavur kavuş kay kaybet/kaybed kaybol kaydet/kayded kaydol kayna kaynat kaynaş kaz
    kazan kazı kes kestir keşfet/keşfed kıl kına kır kırıl kırp kısal kısalt kıskan kıvır kirlen kirlet kok kokla
    konuş kop kopar kopyala kork korkut koru korun koş koy koyul kucakla kullan kur kurtar kurtul kuru kurut kutla
    küçül küs kutsa nakşet oku okut ol oluş oluştur onayla otur oturt oy oyna oynat öde ödüllendir öğren öğret öl
    öldür ölç öner öp ör örgütle örnekle ört öt öv özle özen paketle palazlan parçala paylaş pazarla pıhtılaş piş
    pişir planla postala rahatla rastla sağla sahiplen sakla saklan salla san sar sarıl sars sat satın savaş savun say
    saydır sabitle seslen sev sevin sez sığ sığdır sık sıkıl sil sin sok sol solu sor sorgula soğu soğut soy soyun
    söndür sön sök söyle söylen söz suçla sula sulan sus susa sür sürdür sürün süsle süz şaş şaşır şekillen tak
    tamamla tamamlan tamamlat tanı tanın tanış tanıt tara tart tartış tasarla taşı taşın tat/tad tavla tekrarla
    temizle temizlet terle tık tıkla tırman topla toplan tut tutun tutuş tükür tüken tüket tüt uç uçur uğra uğraş ulaş
    ulaştır um unut uy uyan uyandır uyar uyarla uygula uyu uyut uyuş uza uzat uzan uzaklaş üre üşü üşüt üşen üz üzül
    utan var/ver ver verdir vur vazgeç yağ yak yakala yaklaş yakış yala yan yanıl yanıtla yansıt yapış yapıştır yaptır
    yara yarala yaralan yararlan yarat yarış yarıl yasakla yaşa yaşlan yat yatır yay yayımla yayınla yaz yazdır yazıl
    yazış ye/yi yedir yen yenile yenil yerleş yerleştir yet yetiş yetiştir yık yıka yıkan yıl yırt yırtıl yoğur yolla
    yor yorul yorumla yönet yönlen yönlendir yum yut yürü yürüt yükle yüksel yükselt yüz yüzleş zayıfla zorla zorlan
    zorlaş kargola faturala iptalle fotoğrafla demle öğüt yoğunlaş buda aşıla hasatla ilaçla gübrele dolan akort
    rahatlat sakinleş sakinleştir gevşe gevşet esne ısındır nefeslen kaşı kaşın kana şiş sakatlan hastalan üstlen
    uydur yakalan yetin benzet benze bağışla dilen ısmarlat sipariş cilala zımparala vernikle törpüle kaynakla lehimle
    biç ütüle örül ağla bağlat sıyır soyul kuşat yükümlü kurgula çök acık öksür hapşır kaydır kutlan zıpla öğütül
    kızart haşla çalkala aç/açıl yap/yapıl üret/üretil sun/sunul seç/seçil onar/onarıl kapat/kapan boya/boyat
    kirala/kiralat ağrı
  `,
  /** Words whose stem is written as it is; "a/b" has a second form before endings, "a=b" is a form of another word. */
  nouns: `
    acemi adam akü alman almanca almanya altın amerika amerikan ada anlam araba artı atkı ayna aynı ayrı ayrıca azami
    bakan balina bale balta bankamatik barista baskı basın bayi başarı başkan başka besin beste bilim bina bira birlik
    bostan boya boyun/boyn bülten bütün butik büfe cami canlı daima dakika dakik davetiye dayı dede deli deneyim deniz
    derece deri derin ders diz dize dizi doktora doktor doğa doğu doğum dilim durum durak duş dünya düşünce eczane
    elbise elma eleman eski esin etkinlik eşya fide film fark fıkra fıstık form gece gelin gelir gelecek gerekçe giyim
    giysi geçmiş geçim golden görüş görev güven gıda günlük hal halı hamile hane hangi hastane havale hava hikaye
    ikindi ilahi ileri iletişim ilgi ilçe indirim insan inşaat istanbul isim/ism izin/izn içeri içki içecek italya
    kadar kadın kafe kale kalem kanun kanal kara karavan kare karın/karn karınca kart kasa kasaba kasap kasım katkı
    kayak kaza kedi kesim kilim kilise kimya kira kişi koca koli koltuk kolye korku kovan koyu koyun kraliçe kupa kurs
    kuru kurye kurum kutu kötü kırmızı kısa kısım/kısm lira martı mide mimar mobilya mum muhasebeci müdür müze neden
    nota numara oda odun orta ortak ordu otel oyun oğul/oğl pasta pastane park pisi posta program romanya roman rusça
    sabun sabah sandalye sandal saniye santim satın satış sayı sağlık sepet seri sergi sevgi sevgili seviye seçim
    sigara soru sorun stadyum sunum suriye susam söyleşi süre sınav sınır sıra sıkıntı tahta takım tarif tarife tarih
    tarihçe tasarım tasma tatlı tavan tekne tavuk toplum toptan tur turne tütün türk türkçe türkiye türkü ucuz unlu
    usta ünlü uzun veli veri yakın yakıt yan yarı yarın yarış yastık yasa yazar yazı yazılım yaşam yaşlı yeni yer
    yetenek yol yoga yüzme yüzde yıldırım çanta çekim çeviri çini ölçü ölüm önem öneri önce öğle öğlen üye üst ısıtma
    şişe şekil/şekl yangın yanlış şehir/şehr resim/resm fikir/fikr nehir/nehr vakit/vakt ağız/ağz burun/burn
    göğüs/göğs omuz/omz akıl/akl ömür/ömr keşif/keşf kayıt/kayd nesil/nesl emir/emr sabır/sabr ekmek yemek çakmak
    dondurma sarma alan kalan uçak yatak bıçak kaçak açık kapalı dolu boş hazır gerekli önemli faydalı zararlı kurulum
    kuruluş kurucu açılış kapanış giriş çıkış satıcı alıcı dönüş gidiş varış alışveriş yağış uçuş duruş konuşma
    konaklama ödeme=ödemek danışma=danışmak tanışma=tanışmak buluşma=buluşmak görüşme=görüşmek çalışma=çalışmak
    kiralama=kiralamak rezervasyon randevu iptal iade kargo kaynak yayın basım takı bakım=bakım onarım=onarmak tamir
    yapım üretim=üretmek eğitim öğretim öğretmen öğrenci katılım=katılmak ulaşım=ulaşmak gönderim=göndermek gönderi
    kullanım=kullanmak değişim=değiştirmek değişiklik=değiştirmek içerik kazanç sevinç inanç iş işçi işletme işyeri ev
    eş et su at ay un on yıl yaş gün hafta saat dk para kapora koşul şart belge yolcu yolculuk bilet sahip kat katlı
    cam can çam çay çap çark çarşı çocuk çocukluk bebek kız erkek anne baba kardeş oğlan torun yeğen kuzen komşu
    misafir müşteri hoca çırak kalfa patron öğün kahvaltı mutfak ocak fırın tava tencere kavanoz çuval poşet paket
    defter kitap dergi gazete ekran tuş kablo şarj priz kumanda klima kalorifer soba şömine jakuzi havuz sauna hamam
    masaj cilt saç sakal bıyık tırnak oje ağda kaş kirpik makyaj fön perma röfle ombre keratin botoks lazer dövme
    piercing küpe yüzük bileklik saz bağlama gitar keman piyano davul ney kaval cura perde sap tel teller=tel mızrap
    tezene akort burgu eşik kapak gövde ladin gürgen dut ceviz kestane meşe ardıç sivas ankara izmir bursa antalya
    konya adana trabzon kayseri eskişehir muğla bodrum ayvalık urla suna ayla ayşe fatma mehmet ahmet mustafa hasan
    hüseyin elif zeynep emine merve burak emre murat aydın atlas evren derya sude evet belki çünkü lakin ancak etkin
    etkili eften aday adalet ayin unutkan suat sudan işgal işaret işlem işlev evlat evrak eşofman eşarp eşek etiket
    etik etek atölye atlet ayet ayran ayak ayakkabı aylık ayar ayıp ayaz yılbaşı yıllık yaşında=yaş günaydın gündem
    güneş güneşli güney haftalık saatlik kişilik gecelik ana adet ahbap açı=açı ağrı=ağrımak acı alerji amaç
    anlaşma=anlaşmak antrenman arıza arkadaş astım avans banka bahçe beden boy boyut bölge bölüm buket büro bütçe
    bütünleme cep çare cihaz çeşit çit dağ dağcı damla dava dernek destek devlet dikiş dolap dolgu duvar düğün düzen
    düzey ebat ekip ekipman eldiven engel engelli enerji evlilik fatura fiş fiyat format garanti gelinlik gezi grup
    gümrük güvenlik haber hak halk halka hamur harita hasta hastalık hata hayal hayat hayvan hazırlık hedef hediye
    hizmet hobi ilaç imza ipucu kağıt kalite kamp kanat kapı kapasite karar kaymak kayıp kıyafet kilo konum konu
    kontenjan kredi kulüp kural lavabo leke liste malzeme marka masa masraf mekan menü merdiven mesaj mesafe mesai
    meslek metre mevsim meyve meze miktar minibüs motor müzik mutluluk nakit nefes nişan not nüfus nem ofis okul onay
    organizasyon oran ortam öğüt ödev ödül ölçek ön örnek özür özellik parça parti pazar pil pişman plan poliçe proje
    pul puan rampa renk risk rota ruh rüzgar salon sanat sebze sebep seçenek semt sertifika ses sigorta sipariş sistem
    site sokak sonuç soğuk sıcak sohbet spor stok sürpriz süt sıfır sınıf şaka şapka şeker şemsiye şube tabak taksit
    tarla taş tatil teklif teknik telefon temizlik test ton toprak toplantı tören tuvalet ürün ücret ülke üniversite
    üzüm vade vergi vites yağ yağmur yardım yatırım yemekhane yetki yiyecek yorum yöntem yurt zaman zemin zeytin
    zeytinyağı zil abi abla abone abonelik abonman aciliyet adil adres afrika ahşap aidat aile ailecek airbnb akademi
    akarsu akciğer akraba aktör akıllı akşam akşamleyin akşamüstü albüm alerjen alerjik alet alfabe alkol allah altmış
    alyans ambalaj ambulans amca ameliyat amfi ampul anadil anahtar analog ananas anaokulu android anksiyete anneanne
    anonim antep antika antlaşma antrenör anı apartman aperatif aplikasyon aptal aralık arap araç araştırmacı arife
    arkadaşlık armağan armut aroma arı arıcı arıcılık asansör asgari asker aslan aslen asırlık ateş ateşkes atık
    atıştırmalık avantaj avcılık avlu avrupa avukat avustralya avusturya ayaklanma ayçiçeği azerbaycan açlık ağabey
    ağaç ağustos ağır ağırlık aşk aşçı aşı aşık babaanne bacak badem bagaj bahar baharat bahçıvan bahçıvanlık bahşiş
    bakkal baklava bal balkon balık balıkçı bandı banliyö banyo bardak barınma barış barışçıl basit basketbol baston
    batarya battaniye batı bavul bay bayan bayilik baykuş bayram bazen bağımlı bağımsızlık bağış başarısızlık başbakan
    başkent başlangıç başvuru başörtülü başörtüsü başşehir bebiş bedava bedel bedensel bekar bel beleş benzin beraber
    berber bere beton beyaz beyin bez bezelye beğeni beş biber bildirim biletix bileyici bilezik bilgi bilgilendirme
    bilgisayar bilirkişi binicilik biraz bireysel birikim birinci birincilik bisiklet bitişik bitki bitkisel biyografi
    biyoloji biçim blog bloke boks boru borç bot bozuk boğa boğaz brezilya british broşür bugün bugünkü bulaşık
    bulgaristan bulut bungalov buralı burkulma buz buzdolabı buçuk buğday böbrek böcek bölgesel börek büyük büyükanne
    büyükbaba büyüklük bızdık cadde caiz canon catering ceket cenaze cephe cesaret cesur cevap cezaevi cezve chemex
    cinayet cins cinsiyet civar cmt coğrafya cuma cumartesi cumhurbaşkanı cömert cümle cüzdan daha dahil daire damat
    dans dansçı danışmanlık dar darbe davet dayanıklı dağcılık dağlık defa defin defolu delikanlı demir demirci
    demiryolu demlik demo depo depozit depozito deprem depresyon dere derslik dert destekçi deve devrim dezenfekte
    değerli değirmen değneği dijital dil dilbilgisi dindar dinleyici diploma diyabet diyet diyetisyen dizayn diğer diş
    dişçi dokuz dolandırıcı domates domuz dondurucu dost dostluk dosya doğal doğru dram drone dudak duman duyuru dâhil
    dönem dört döviz dövüş döşek dükkan dükkân dün dürüst düzenli düğme düşük dış dışarı ebe ebeveyn ecza edebiyat eft
    ehil ehliyet ekim ekoloji ekonomi ekonomik ekstra ekşi elektrik elektrikçi email emanet emekli emeklilik emisyon
    emlak emniyet endişe endüstri enfeksiyon enstitü enstrüman epilepsi eposta ergen erik erişilebilir erken ertesi
    eskiz esnek esneklik espresso espri etsy euro evcil eyalet eylül ezgi ezik eğitimci fabrika face facebook fakir
    fakülte fare farklılık fasulye favori fayda fazla fena feribot fesleğen festival fidan fil filtre final fincan
    firma fit fiyasko fizik fiziksel fizikçi fizyoterapist flüt fobi fon forvet foto fotoğraf fotoğrafçı fotoğrafçılık
    fransa freelance freelancer french fuar futbol futbolcu fındık fırtına fırıncı fırınlama fıtık galaksi galibiyet
    galip gar garaj gardırop garip garson gaye gaz gazeteci gebe gebelik geceleme geceleyin gemi genel general geniş
    genişlik genç gereklilik gereç gergin gerginlik geri geyik gezegen gizli gizlilik gişe gluten gol google gram
    gravür gri grip gsm gsyih gurur gök gökyüzü göl gömlek gönüllü gönüllülük görüntülü göz gözlük gözyaşı gümüş güreş
    gürültü güvercin güz güzel güzellik güzergah güzergâh güç gıcık hafif haftaiçi haftasonu hafıza haha hakikat
    hakiki hakim halat halay ham hamburger hamilelik hammadde hanım hap hapishane harcama hariç harp hasar hasat
    hassas hassasiyet hatıra havaalanı havalimanı havlu havuç hayvansal hayır haziran hediyelik hekim hela hemen
    hemşire hentbol hep hepsiburada her hesap heyecan heykel hibe hijyen hikâye hindistan hipotez hiç hollanda horoz
    hostel hoş hristiyan hristiyanlık hukuk husky huzurevi hükûmet hükümdar hükümet hüzün hırka hırsız hırsızlık hıyar
    hız iban icat idam idman iftihar ihracat ihraç ihtilaf ihtilal ihtiyar ikamet ikametgah iki ikinci ikinciel iklim
    ikram iktidar iktisat ilah ilginç ilham ilk ilkbahar ilkokul imalat imam iman imdat imparator imparatorluk imtihan
    incir inek ingiliz ingiltere inkılap insta instagram internet intolerans inziva ipek iphone iplik iran irtibat
    irtifa iskele iskemle iskonto islam ispanya ispanyol ispark israf israil istanbulkart istasyon istifa istihdam
    istiklal istisna isveç isviçre isyan ithalat itibaren ivedi iyi iyilik iyzico iğne işbirliği işletmeci işlik japon
    jübile jüpiter kabak kaban kabul kademe kadife kafa kahkaha kahvaltılık kahve kahvehane kahverengi kaju kakma
    kaktüs kaleci kaligrafi kalori kalp kamera kampanya kamyon kan kanaat kanada kandil kanepe kangal kanguru kaniş
    kanka kano kanser kaparo kaplumbağa kar karaciğer karakter karanfil karanlık karbon karga kariyer karpuz kartal
    karton kartpostal kask kasko katalog katliam katılımcı kauçuk kavga kavruk kavrulmuş kaygı kayık kayınvalide kazak
    kaçıncı kaşif kaşık kdv kebap kediş kek kelebek kelime kemençe kemer kemik kemoterapi kent kere kereste kermes
    keskin keten kez keçe keçi kibar kilit kilometre kim kimlik kimyager kiralık kiraz kirlilik kitapçık kişisel
    klasör klavye klinik klip kol kolab kolay koleksiyon koloni kolonici komik kondisyon konferans kongre konser
    konservatuvar konsol kontrat kontrol konuk konut konuşmacı kooperatif koro koruyucu kot kova koç koçluk kral
    kravat krema kreosus kreş kuaför kuaförlük kulak kule kum kumaş kumsal kupon kurabiye kuram kurban kurbağa kurgu
    kursiyer kurt kurumsal kusurlu kuvvet kuyumcu kuzey kuzu kuçu kvkk kâr kâğıt kâşif köfte köpek köpekbalığı köprü
    kör körfez küf kültür kürt kütüphane küvet küçük küçükken kıbrıs kılavuz kırsal kırık kıskançlık kısrak kısıtlama
    kıyas kıyma kıyı kızgın kızıl kış labrador lacivert lahana lakap laktoz lale lamba laptop lastik latte lavanta
    lazım lehçe lens leylek lezzet lgs lig lightroom likya liman limit limon limonata link lisan lisans lise litre
    lohusa lokanta maaş madalya madde madeni mahalle mahkeme mahremiyet mail makale makarna makas makbuz makina makine
    maksat maksimum maliye maliyet mama mamul manastır mangal manikür mantar manuel manzara marangoz marmaray mars
    mart masal maske mastercard matbaa matematik matematikçi materyal matkap maun mavi maya maymun mayo mayıs mazot
    maç mağaza mağlubiyet meb mecburi meclis medeni meditasyon medrese medya mektup mekân melodi memleket memnun
    memnuniyetsizlik memur menekşe menisküs mentor mentorluk merasim mercek merhaba merkez mermer meslektaş mesuliyet
    metal metot metro metrobüs mevcut mevsimlik meydan mezar mezhep mezun meşakkatli meşgale meşhur meşrubat midilli
    mikrodalga millet milletvekili milli milliyet milyon minik minimum misafirhane mizah mng mobil moda moka mokapot
    mont montaj mor motivasyon motosiklet muahede mucit muhabbet muhafaza muharebe muhit mukavva musluk mutabakat
    mutlu muz mönü mücevher müdürlük müellif müfredat mühendis mühim mülakat mülkiyet müracaat müsaade müsabaka müsait
    müsaitlik müslüman müvekkil müzisyen mısır nadiren nakliye nakış namaz nar nargile navigasyon nazik nefis nefret
    nezle neşeli nikah nikon nikâh nine nisan nitelik nobel noel nokta numune objektif okuyucu okyanus organik
    orkestra orkide ortaklık ortaokul osmanlı otoban otobüs otogar otomatik otomobil otopark oylama oyuncu pabuç
    padişah pahalı pakt palto pamuk panayır panik panorama pansiyon pantolon papara papatya papağan parfüm parlak
    parlamento parola partner pasaport passo patates pati patika patlıcan patreon payitaht paylaşım paypal pazarlık
    pazartesi pedal pekmez pembe pencere perhiz personel perşembe petek peynir peşin peşinat photoshop piknik piksel
    pilav pilot pirinç piyasa piyes pizza pişmanlık plaj plastik platform playstation podcast podkast polen polis
    politika polonya porselen portakal portfolyo portföy portre pos pot powerbank poz pozisyon poğaça pratik prens
    prenses press problem profesyonel proforma programcı programlama promosyon propolis protez prova psikolog
    psikolojik ptt pug puset püf pırlanta radyo raf rahat rahatsızlık rahip rakı ramazan rapor raw ray rağbet
    refakatçi referans rehber rehberlik reisicumhur rejim reklam resital ressam restoran restorasyon restore retreat
    retriever revize revizyon rezalet reçel reşit ritim ritm robot rum rus röportaj rötar rötuş rüya rüzgâr sabahleyin
    sadece sahil sahne sakatlık sakin saksı salamura salata salatalık salgın saltanat salça salı sanatsal sanatçı
    sanayi sanayileşme sancı sandalet sandviç santigrat saray sarı sarımsak satranç satılık sayfa sağanak sağlam sağır
    scooter seans sekiz sekreter sel selam seminer sempozyum senato sene seramik serbest seremoni serpme sert servis
    serçe sessiz sessizlik seyahat seyir seyret sezon sezonluk sicil silah simit sincap sinek sivrisinek siyah siyaset
    skype sms snowboard sofra solist sonbahar sony sorumlu sorumluluk sos sosis sosyal soyad soğan sponsor sponsorluk
    sporcu staj stajyer stat steam steril stopaj stres stüdyo sucuk suikast sulh sultan sunucu surat suç switch
    sömestr sömürge sömürgecilik sörf sözcük sözleşme sözlük süet süper süpürge sürat süreç sürücü sıcaklık sıhhat
    sıklık sıkıcı sır sırt tabiat tabip tablet tablo tahammül tahrip tahsil taht takas takipçi taksi takvim takımada
    takımyıldız talebe tam tamirat tamirci tane tanrı tansiyon tanım taptaze tapınak tarihsel tarım tasarruf tasarı
    tasarımcı tavşan tay taze tazelik taziye taşra taşıt taşıyıcı tbmm tebrik tecrübe tedavi tehlike tek tekerlek
    tekir teknoloji tekrar telafi telegram televizyon telif temas tembel temel teminat temiz temmuz tenis teori tepe
    terapi tercüman tercüme tereyağı terk terlik terrier ters terzi tesettür tesisatçı teslim teslimat testere teyit
    teyze teçhizat teşekkür ticaret ticari tiktok tilki timsah tiyatro tişört tohum top toplam topluluk toptancı
    topuklu torna tost trafik tramvay transfer transit trekking tren trendyol tuhaf turist turizm turuncu tutkal tutku
    tuz tuğla twitch twitter tüccar tükenmişlik tür türban tüyo tıbbi tıp uber ufak ufakken ufaklık ukrayna
    uluslararası umut unvan usul utangaç utanç uygun uyku uykusuzluk uyruk uzak uzaklık uzay uzlaşma vale valiz van
    vantilatör vapur vatan vatandaş vatandaşlık vatsap vazo veba vefat vegan vejetaryen vejeteryan velet veresiye
    veteriner vida video vidyo virüs visa vitamin vitray vitrin viyadük vize vişne vokal voleybol vücut watsap web
    webinar whatsapp workshop xbox yabancı yalnız yalnızlık yalın yalınayak yanıt yaprak yapı yapıştırıcı yardımcı
    yargıç yarım yarımada yarıyıl yasak yasal yatalak yatkın yavaş yavru yaygın yayımcı yayıncı yayınevi yazıcı
    yazılımcı yağmurluk yedek yekün yelkenli yenidoğan yenilgi yenilik yerel yeryüzü yeteneksizim yeterlilik yetişkin
    yeşil yht yks yok yoksul yorgan yorgun yorgunluk yorucu youtube yoğurt yumurta yumuşak yunan yunanistan yunus
    yurtdışı yurtiçi yurttaş yuvarlak yönetici yönetim yöresel yörünge yüksek yükseklik yüksekokul yükümlülük yün
    yürek yüzdelik yüzyıl yıkım yıldönümü zafer zanaat zanaatkar zarar zarf zayıf zehirli zeki zencefil zengin
    zeytinlik ziraat zirve ziyaret ziyaretçi zoom zor zorluk zorunlu züğürt âşık çabuk çadır çalgı çalışkan çalıştay
    çamaşır çamur çarşamba çatal çatlak çatı çaylak çekirdek çekiç çelik çember çerez çevre çevreci çevrim çevrimiçi
    çift çiftlik çiftçi çiftçilik çikolata çilek çim çimen çimento çin çirkin çivi çizelge çizik çizim çiçek çiçekçi
    çiş çoban çocukken çoluk çorap çorba çöl çölyak çömlek çömlekçi çöp çörek çözüm çözünürlük çılgın çıplak çıraklık
    öbür ödünç öfke öksür öksürük önlük önsipariş ördek örgü örümcek öykü özel özgeçmiş özgür özgürlük özçekim öğleyin
    öğretici üniforma üretici üyelik üzeri üzgün üçgen üçleme üçüncü ılık ırak ırk ıslak ıspanak ızgara ışık şafak
    şair şampiyon şampiyonluk şampuan şans şarap şaraphane şarkı şarkıcı şef şeftali şenlik şey şifa şifre şiir
    şikayetçi şimşek şirket şnorkel şoför şort şubat şöhret yirmi yine yedi otuz elli yetmiş seksen doksan geçen iç
    kendi başına=baş aldı=almak aldım=almak gelince=gelmek orman örtü sık kuş savaş göç koku çok yurd=yurt dörd=dört
    kurd=kurt online ingilizce fransızca arapça kürtçe ispanyolca italyanca plaza nereli yıldır=yıldırsüre
    senedir=yıldırsüre hakkımda zamanında=vaktinde vaktinde=vaktinde ilkyardım kuruyemiş acılı etli çağ hanedan kase
    mesela görünüm sapak provizyon kolaborasyon çocuğunuz/çocuğun/çocukların/çocuklarınız=çocuğunuz kilogram tursab
    bankacı dolar dolmuş eser bakır katil kayın kaya yılan yıldız aşama donanım ekin rakım acil=acil kışın=kış karı
    evli eşli yırtık korona kurulu desen din dinleti farklı taktik takip buluş kurdum=kurmak öğrenim yerli serin
    nişanlı altında=alt çizme danışan postane cayma=caymek caydı=caymek bağ uğraş görevli kapalıyım=tesettür alt geliş
    terzilik solak ad el ip ot oy il üç geç yazın=yaz yaz var belli dilek gerçek helal sinyal normal ışın sürü nere
    ora bura şura yüzme=yüzmek yemekli çekiliş kılıf mekanik gündüz dakka=dakika dk=dakika tl=lira avuç lokma pide
    lahmacun döner iftar sahur oruç abdest mescit kına sünnet mevlit köşe bulvar
  `,
  /** Words that are others without their marks, with stems of their own. */
  marked: `
    kış=kış nişanlı=nişanlı göl=gölsu nişan=nişanlık tür=türcins dış=dışyüz dışarı/dışarıda/dışarda=dışarı iş=iş
    kâr=kârlılık şık=şıklık ön=önyüz önce=önce açı=açıölçü acık=acıkmek ısı=ısısıcaklık şu=şuradaki
    öl/öldü/ölen/ölür/ölmüş/ölmek/ölüm=ölüm kör=körlük ılık=ılık köy=köy köyde=köy aşk=aşk hâlâ=hala kırk=kırk
  `,
};
