/** Turkish typing habits, without marks; each list is explained in `Spellings`. */
export const TURKISH_SPELLINGS = {
  typed: `
    fiat=fiyat fyt=fiyat fiyt=fiyat fiyaat=fiyat ucrt=ücret ucrett=ücret randvu=randevu randvo=randevu
    rezarvasyon=rezervasyon rezerasyon=rezervasyon rezervason=rezervasyon rezzervasyon=rezervasyon msj=mesaj
    mesj=mesaj tlf=telefon tlfn=telefon telfon=telefon adrs=adres addres=adres adress=adres wp=whatsapp wpp=whatsapp
    whatsap=whatsapp watsap=whatsapp vatsap=whatsapp wattsap=whatsapp watsapp=whatsapp whatsup=whatsapp
    insta=instagram intagram=instagram bgn=bugün bugn=bugün yrn=yarın cmt=cumartesi ctesi=cumartesi pzt=pazartesi
    pztesi=pazartesi pazrtesi=pazartesi carsmba=çarşamba persmbe=perşembe kargoo=kargo krgo=kargo kargu=kargo
    sipars=sipariş siprais=sipariş sparis=sipariş hediyye=hediye indrim=indirim inidirim=indirim tksit=taksit
    kaparo=kapora kopora=kapora depozit=depozito otoprk=otopark otpark=otopark asonsor=asansör asensor=asansör
    tuvelet=tuvalet tuvlet=tuvalet vejeteryan=vejetaryen vejeteryen=vejetaryen vejateryan=vejetaryen
    glutansiz=glutensiz cocg=çocuk cocugm=çocuk cck=çocuk bbk=bebek kopk=köpek kopegm=köpek dgm=doğum dogm=doğum
    sertifka=sertifika sertfika=sertifika belgge=belge egtim=eğitim eyitim=eğitim deyil=değil diil=değil nrd=nerede
    nrde=nerede nrden=nereden nsl=nasıl nasl=nasıl knm=konum kredikarti=kart bnka=banka hvle=havale faturaa=fatura
    ehliyt=ehliyet sigra=sigara sgra=sigara ogrnci=öğrenci ogrenc=öğrenci hoja=hoca musayit=müsait alerjim=alerji
    alleji=alerji alerjii=alerji
  `,
  elsewhere: "",
  apart: "",
};
