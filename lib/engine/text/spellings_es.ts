/** Spanish spellings and typing habits; each list is explained in `Spellings`. */
export const SPANISH = {
  typed: `
    q=que k=que ke=que qe=que x=por xq=porque xk=porque pq=porque pk=porque porq=porque d=de pa=para xa=para pal=para
    tb=también tbn=también tmb=también tmbn=también tbien=también bn=bien cdo=cuando cnd=cuando kuando=cuando kmo=como
    cmo=como komo=como dnd=donde dnde=donde dde=donde adnd=adonde cto=cuánto cnto=cuánto kuanto=cuánto cuant=cuánto
    qanto=cuánto quanto=cuánto kien=quién qien=quién kienes=quiénes ay=hay aser=hacer     haser=hacer hazer=hacer asen=hacen acen=hacen hasen=hacen ases=haces haseis=hacéis aceis=hacéis asemos=hacemos
    ago=hago ase=hace ora=hora oras=horas orario=horario orarios=horarios haora=ahora aora=ahora ijo=hijo
    ija=hija ijos=hijos ijas=hijas uevo=huevo uevos=huevos uebo=huevo uebos=huevos huebo=huevo huebos=huevos
    abitacion=habitación ospital=hospital ablar=hablar abla=habla ablan=hablan ablas=hablas ielo=hielo ermano=hermano
    ermana=hermana oy=hoy habren=abren habris=abrís habierto=abierto havierto=abierto
    aviertos=abiertos avierto=abierto abris=abrís venis=venís vivis=vivís salis=salís servis=servís recibis=recibís
    decis=decís impartis=impartís admitis=admitís repartis=repartís pedis=pedís medis=medís compartis=compartís
    reunis=reunís cubris=cubrís llebar=llevar llebo=llevo lleba=lleva yevar=llevar yevo=llevo llebarlo=llevarlo
    traher=traer bale=vale balen=valen bender=vender benden=venden bendes=vendes bendo=vendo vendeis=vendéis benir=venir
    biene=viene bengo=vengo bisita=visita bisitar=visitar bisitas=visitas bolver=volver debolver=devolver
    debolucion=devolución debuelven=devuelven debuelve=devuelve embio=envío embios=envíos enbio=envío enbios=envíos
    embiar=enviar enbiar=enviar embian=envían enbian=envían embiais=enviáis enviios=envíos serbicio=servicio
    servisio=servicio serbicios=servicios serbis=servís reserba=reserva reserbar=reservar recerva=reserva
    recervar=reservar resevar=reservar reservasion=reservación biaje=viaje biajar=viajar bivir=vivir bibir=vivir
    bives=vives bibes=vives vever=beber bever=beber bevida=bebida vebida=bebida vevida=bebida vurro=burro vaño=baño
    varato=barato begano=vegano begana=vegana beganos=veganos begetariano=vegetariano begetariana=vegetariana
    vejetariano=vegetariano vejetariana=vegetariana celiako=celíaco seliaco=celíaco seliaca=celíaca
    glutten=gluten alerjia=alergia alerjico=alérgico alerjica=alérgica lactoza=lactosa bino=vino cerbeza=cerveza
    serveza=cerveza serbeza=cerveza embarasada=embarazada enbarazada=embarazada enbarasada=embarazada voda=boda
    vodas=bodas vicicleta=bicicleta bisicleta=bicicleta vici=bicicleta parkin=parking parquin=parking parkng=parking
    parkear=parquear aparkar=aparcar aparko=aparco aparcamineto=aparcamiento estasionar=estacionar
    estacionamento=estacionamiento estasionamiento=estacionamiento presio=precio presios=precios prezio=precio
    precioo=precio preico=precio tarjta=tarjeta targeta=tarjeta tarketa=tarjeta efetivo=efectivo efectibo=efectivo
    efctivo=efectivo transferensia=transferencia tranferencia=transferencia bisum=bizum vizum=bizum bizun=bizum
    desposito=depósito fatura=factura garantia=garantía desquento=descuento desir=decir
    nesesito=necesito nececito=necesito nesecito=necesito necesio=necesito nesesario=necesario grasias=gracias
    direcion=dirección direcsion=dirección direxion=dirección ubicasion=ubicación informasion=información
    cancelasion=cancelación canselar=cancelar cancelr=cancelar conserto=concierto clace=clase claces=clases clas=clase
    clses=clases tayer=taller tallr=taller enpezar=empezar enpieza=empieza empiesa=empieza empesar=empezar
    enpiesa=empieza comiensa=comienza termia=termina prinsipiante=principiante principante=principiante
    esperiencia=experiencia experencia=experiencia expriencia=experiencia certificao=certificado sertificado=certificado
    titulo=título profesion=profesión cojer=coger coje=coge recojer=recoger recoje=recoge jente=gente garage=garaje
    garages=garajes masage=masaje masages=masajes viage=viaje viages=viajes mensage=mensaje mensages=mensajes
    tatuage=tatuaje tatuages=tatuajes equipage=equipaje aprendisaje=aprendizaje linguaje=lenguaje porcentage=porcentaje
    telf=teléfono tlf=teléfono tlfn=teléfono tfno=teléfono tfn=teléfono tel=teléfono fono=teléfono cel=celular
    celu=celular wasap=whatsapp wasapp=whatsapp guasap=whatsapp guatsap=whatsapp wsp=whatsapp wpp=whatsapp wp=whatsapp
    watsap=whatsapp whatsap=whatsapp whatssap=whatsapp whatsup=whatsapp wapp=whatsapp insta=instagram ig=instagram
    istagram=instagram feis=facebook fb=facebook yutub=youtube yt=youtube mail=email imeil=email
    emeil=email meil=email e-mail=email dire=dirección direc=dirección ubi=ubicación info=información compu=computadora
    ordenata=ordenador bici=bicicleta bicis=bicicletas cole=colegio uni=universidad peli=película
    pelis=películas profe=profesor profes=profesores cumple=cumpleaños cumpleaño=cumpleaños
    cumpleano=cumpleaños findes=finde finsemana=finde findesemana=finde bebito=bebé bebita=bebé bebesito=bebé
    bebecito=bebé bebesita=bebé bb=bebé min=minutos mins=minutos hs=horas hrs=horas hr=hora sab=sábado sabdo=sábado
    savado=sábado savados=sábados lun=lunes mierc=miércoles miercole=miércoles mier=miércoles juebes=jueves
    bierne=viernes biernes=viernes vier=viernes dto=descuento dcto=descuento desc=descuento promo=promoción
    promos=promociones depa=departamento depto=departamento dpto=departamento mñna=mañana mñn=mañana mnn=mañana
    maniana=mañana manyana=mañana manñana=mañana fotito=foto fotitos=fotos persns=personas pers=personas ps=pues
    discapasitado=discapacitado minusbalido=minusválido ruedad=ruedas desplasais=desplazáis halquilar=alquilar
    alquilais=alquiláis haprender=aprender aprenderr=aprender aprendr=aprender enseñais=enseñáis
    disponivilidad=disponibilidad disponiblidad=disponibilidad disponivle=disponible cansion=canción lecion=lección
    leccion=lección   `,
  elsewhere: `
    nueces=nuez veces=vez luces=luz peces=pez voces=voz lapices=lapiz raices=raiz cruces=cruz actrices=actriz
    aprendices=aprendiz perdices=perdiz empieza=empezar empiezan=empezar empiezas=empezar empiezo=empezar
    empiece=empezar empecemos=empezar empezais=empezar empece=empezar comienza=comenzar comienzan=comenzar
    comienzo=comenzar cierra=cerrar cierran=cerrar cierras=cerrar cierro=cerrar cierren=cerrar cierre=cerrar
    abierto=abrir abierta=abrir abiertos=abrir abiertas=abrir vuelve=volver vuelven=volver vuelves=volver vuelvo=volver
    devuelve=devolver devuelven=devolver devuelvo=devolver devuelves=devolver devuelvan=devolver devuelto=devolver
    devuelta=devolver pide=pedir pides=pedir piden=pedir pido=pedir pida=pedir sirve=servir sirven=servir sirves=servir
    sirvo=servir duerme=dormir duermo=dormir duermen=dormir duermes=dormir recomienda=recomendar recomiendas=recomendar
    recomiendo=recomendar recomiendan=recomendar recomendas=recomendar traigo=traer traiga=traer traigan=traer
    traigas=traer trae=traer traes=traer traen=traer traed=traer conduzco=conducir conduce=conducir recojo=recoger
    recoja=recoger recojan=recoger recojas=recoger escoge=escoger escojo=escoger escoja=escoger elige=elegir
    eliges=elegir elijo=elegir elija=elegir elijas=elegir corrige=corregir corrijo=corregir corriges=corregir
    corrigen=corregir mide=medir miden=medir mido=medir pierde=perder pierdo=perder pierdes=perder pierden=perder
    pierda=perder atiende=atender atienden=atender atiendes=atender atiendo=atender tuesta=tostar tuestan=tostar
    tuesto=tostar tueste=tostar riega=regar riego=regar riegas=regar llueve=llover llueva=llover llovio=llover
    suena=sonar suenan=sonar roto=romper rota=romper rotos=romper rotas=romper escrito=escribir escrita=escribir
    escritos=escribir escritas=escribir impreso=imprimir impresa=imprimir impresos=imprimir impresas=imprimir
    envuelto=envolver envuelve=envolver envuelvo=envolver duele=doler duelen=doler construye=construir
    construyo=construir construyen=construir incluye=incluir incluyen=incluir incluido=incluir incluida=incluir
    incluidos=incluir incluidas=incluir incluia=incluir prueba=probar pruebas=probar pruebo=probar prueban=probar
    pruebe=probar muestra=mostrar muestran=mostrar muestro=mostrar muestras=mostrar cuelga=colgar cuelgan=colgar
    muele=moler muelo=moler molido=moler juega=jugar juegan=jugar juegas=jugar cuece=cocer cuecen=cocer cuezo=cocer
    nieva=nevar siembra=sembrar siembro=sembrar mueve=mover perrito=perro perrita=perro perritos=perro perritas=perro
    perra=perro perras=perro gatito=gato gatita=gato gatitos=gato hijito=hijo hijita=hijo hija=hijo hijas=hijo
    hijos=hijo ninito=niño ninita=niño ninitos=niño chiquito=chico chiquita=chico chiquitos=chico pequenito=pequeño
    pequenita=pequeño ratito=rato regalito=regalo detallito=detalle cerquita=cerca carito=caro baratito=barato
    abuelito=abuelo abuelita=abuelo mesita=mesa tiendita=tienda cosita=cosa fotografo=fotografía fotografos=fotografía
    fotografa=fotografía ingles=inglés frances=francés aleman=alemán alemana=alemán inglesa=inglés francesa=francés
  `,
  apart: `
    uña=uña uñas=uña unir=unir altar=altar altares=altar oler=oler orden=orden     sabado=sabado sabados=sabado sol=sol soles=soles solo=solo sola=sola solos=solo solas=sola casa=casa casas=casa
    caso=caso casos=caso carne=carne carnes=carne carné=carnet carnés=carnet carnet=carnet carnets=carnet taller=taller
    talleres=taller talla=talla tallas=talla plaza=plaza plazas=plaza plazo=plazo plazos=plazo libre=libre libres=libre
    libro=libro libros=libro libra=libra libras=libra puerta=puerta puertas=puerta puerto=puerto puertos=puerto
    cuento=cuento cuentos=cuento cuenta=cuenta cuentas=cuenta mes=mes meses=mes mesa=mesa mesas=mesa parte=parte
    partes=parte parto=parto partos=parto partir=partir partida=partida partidas=partida partido=partido
    partidos=partido nada=nada peso=peso pesos=pesos sala=sala salas=sala sal=salt salida=salida salidas=salida
    costa=costa costas=costa tarde=tarde tardes=tarde cara=cara caras=cara caro=caro caros=caro carta=carta cartas=carta
    pasta=pasta pastas=pasta pasto=pasto pastos=pasto papá=papa papás=papa papas=papas bebé=bebé bebés=bebé bebe=bebé
    bebes=bebé cita=cita citas=cita coser=coser cose=coser coses=coser cosen=coser coso=coser cosemos=coser cosido=coser
    duro=duro duros=duro corto=corto cortos=corto cortado=cortado estudio=estudio estudios=estudios gusto=gusto
    gustos=gusto luna=luna lunas=luna lunes=lunes marte=marte martes=martes lista=lista listas=lista listo=listo
    listos=listo marca=marca marcas=marca marco=marco marcos=marco suelo=suelo suelos=suelo monte=monte montes=monte
    nueve=nueve medias=medias parada=parada paradas=parada paro=paro llamar=llamar llamada=llamar llamadas=llamar
    llamame=llamar llamamos=llamar llamarte=llamar llamarse=llamarse helado=helado helados=helado gradas=gradas
    ganado=ganado ganados=ganado tejado=tejado tejados=tejado cerro=cerro cerros=cerro marido=marido maridos=marido
    sonido=sonido sonidos=sonido botas=botas bota=botas bote=bote botes=bote hombro=hombro hombros=hombro té=té tés=té
    derecha=derecha rosa=rosa rosas=rosa real=real reales=real realmente=realmente cura=cura nota=nota notas=nota
    modo=modo modos=modo moda=moda modas=moda banco=banco bancos=banco banca=banca punto=punto puntos=punto punta=punta
    puntas=punta cerca=cerca barro=barro barra=barra barras=barra cama=cama camas=cama mar=mar mares=mar marea=marea
    mareas=marea mareo=mareo mareos=mareo pila=pila pilas=pila cubo=cubo cubos=cubo copa=copa copas=copa copia=copia
    copias=copia capa=capa capas=capa vela=vela velas=vela velo=velo tema=tema temas=tema meta=meta metas=meta
    metro=metro metros=metro nata=nata cata=cata catas=cata cola=cola colas=cola baño=baño baños=baño vino=vino
    vinos=vino sello=sello sellos=sello suelto=suelto suelta=suelto sueltas=suelto sueltos=suelto fin=fin fines=fin
    fino=fino fina=fino rama=rama ramo=ramo ramos=ramo regla=regla reglas=regla regalo=regalo manga=manga mangas=manga
    mango=mango mangos=mango mano=mano manos=mano mana=mana era=era hora=hora horas=hora pista=pista pistas=pista
    pisto=pisto piso=piso pisos=piso bolsa=bolsa bolsas=bolsa bolso=bolso bolsos=bolso banda=banda
    bandas=banda bando=bando grado=grado grados=grado hecho=hecho pago=pago pagos=pago media=media vale=vale vales=vale
    valor=valor valores=valor general=general generales=general primo=primo prima=primo primos=primo primas=primo
    cuarto=cuarto cuartos=cuarto cuarta=cuarta solito=sola solita=sola
    llevar=llevar llevarlo=llevar llevarme=llevar llevarte=llevar llevarle=llevar llevarlos=llevar lleve=llevar
    lleven=llevar lleves=llevar llevad=llevar lleva=lleva llevan=lleva llevo=llevo llevas=llevo llevamos=llevo
    llevais=llevo danado=dañado danada=dañado danados=dañado danar=dañado seno=seño sena=seña senas=seña senado=senado
    dolar=dolar dolares=dolar feria=feria ferias=feria timido=timido timida=timido timidos=timido lineas=linea
    linea=linea lino=lino tele=tele jugo=jugo jugos=jugo verdad=verdad tratado=tratado tratados=tratado nene=nene
    nena=nene nenes=nene nenas=nene
    estacionamiento=estacionar estacionamientos=estacionar estacionar=estacionar estaciono=estacionar estaciona=estacionar
    estacionan=estacionar estacionarse=estacionar estacionamos=estacionar comunidad=comunidad comunidades=comunidad
  `,
};
