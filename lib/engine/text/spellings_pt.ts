/** Portuguese spellings and typing habits, of Portugal and Brazil; each list is explained in `Spellings`. */
export const PORTUGUESE = {
  typed: `
    qnd=quando
    q=que k=que qe=que ke=que oq=que oque=que vc=você vcs=vocês voce=você voces=vocês vcês=vocês ce=você ces=vocês
    vcis=vocês pq=porque pk=porque porq=porque pke=porque pqe=porque qd=quando qdo=quando kuando=quando qndo=quando
    quand=quando qto=quanto qnto=quanto qt=quanto qnt=quanto kuanto=quanto quant=quanto qnts=quantos qts=quantos
    qtos=quantos qtas=quantas ond=onde dnde=onde aond=aonde qm=quem quen=quem qual=qual kual=qual qq=qualquer td=tudo
    tds=todos hj=hoje oje=hoje amanha=amanhã amnh=amanhã manha=manhã dps=depois dpois=depois agr=agora hr=hora
    hrs=horas hs=horas mins=minutos min=minutos tel=telefone tlf=telefone tlm=telemóvel telm=telemóvel
    telemovel=telemóvel cel=celular celu=celular zap=whatsapp zapzap=whatsapp whats=whatsapp wpp=whatsapp
    wapp=whatsapp watsapp=whatsapp whatsap=whatsapp whatssap=whatsapp wats=whatsapp uats=whatsapp insta=instagram
    ig=instagram fb=facebook yt=youtube mail=email imeil=email emeil=email end=endereço enderesso=endereço
    endereso=endereço indereço=endereço endereco=endereço estacionameto=estacionamento estacionamneto=estacionamento
    estassionamento=estacionamento preco=preço presso=preço pressos=preços horarios=horários orario=horário
    orarios=horários ora=hora oras=horas agendameto=agendamento marcaçao=marcação reserver=reservar canselar=cancelar
    desmarca=desmarcar concerta=consertar concertam=consertar concertar=consertar concertas=consertar
    consertos=conserto apt=apartamento apto=apartamento ap=apartamento apê=apartamento ape=apartamento bb=bebê
    bbs=bebês bebe=bebê bebes=bebês neném=bebê nenem=bebê nenê=bebê nene=bebê dog=cachorro doguinho=cachorro
    dogs=cachorros niver=aniversário niversario=aniversário aniversario=aniversário facul=faculdade profe=professor
    profs=professores prof=professor refri=refrigerante busao=ônibus busão=ônibus ônibos=ônibus onibos=ônibus
    bici=bicicleta bike=bicicleta bikes=bicicletas bicla=bicicleta fds=fds findi=fds finde=fds fim-de-semana=fds
    sab=sábado seg=segunda qua=quarta qui=quinta sex=sexta terca=terça transf=transferência debito=débito
    credito=crédito cartaum=cartão cartoes=cartões gratis=grátis gratiz=grátis desct=desconto descto=desconto
    promo=promoção promoçao=promoção promos=promoções orçamneto=orçamento orcamento=orçamento orsamento=orçamento
    info=informação infos=informações msg=mensagem msgs=mensagens mens=mensagem obs=observação expriencia=experiência
    esperiencia=experiência experiencia=experiência esperiência=experiência serteza=certeza sertificado=certificado
    certficado=certificado encomeda=encomenda emcomenda=encomenda encomenta=encomenda entrga=entrega entregão=entregam
    intrega=entrega intregam=entregam faiz=faz fais=faz fasem=fazem fazen=fazem fazê=fazer faze=fazer comprá=comprar
    pagá=pagar levá=levar trazê=trazer marcá=marcar agendá=agendar cancelá=cancelar aprendê=aprender começá=começar
    podê=poder vendê=vender devolvê=devolver trocá=trocar buscá=buscar chegá=chegar ensiná=ensinar
    estacioná=estacionar parcelá=parcelar dividi=dividir consertá=consertar tá=está ta=está tava=estava tô=estou
    to=estou tou=estou naum=não n=não ñ=não nao=não nn=não mto=muito mt=muito mta=muita mtos=muitos mtas=muitas
    tb=também tbm=também tmb=também tambem=também tbem=também blz=beleza pfv=favor pf=favor pff=favor sff=favor
    plz=favor qlqr=qualquer kd=onde cade=onde cadê=onde msm=mesmo ngm=ninguém ninguem=ninguém alguem=alguém eh=é
    pra=para pro=para p=para pá=para nois=nós nóis=nós nenhum=nenhum aki=aqui akí=aqui ai=aí so=só ateh=até ate=até
    soh=só voçe=você voçê=você voçês=vocês hospeda=hospedar adotá=adotar alergica=alérgica alergico=alérgico
    alerjia=alergia alérjico=alérgico glutem=glúten lactoze=lactose celiaco=celíaco celiaca=celíaca
    selíaco=celíaco diabetico=diabético diabetica=diabética gravida=grávida gravidas=grávidas crianca=criança
    criancas=crianças kriança=criança criansa=criança crinça=criança crinças=crianças qtdade=quantidade qtd=quantidade
    qtde=quantidade kg=quilo kgs=quilos quilometros=quilômetros klm=km acessivel=acessível cadeirnte=cadeirante
    onlaine=online on-line=online wi-fi=wifi xixi=banheiro portugues=português ingles=inglês frances=francês
    espanol=espanhol espanhou=espanhol alemao=alemão japones=japonês chines=chinês tatoo=tatuagem tattoo=tatuagem
    tatto=tatuagem tatuajem=tatuagem massajem=massagem viajem=viagem garajem=garagem mecher=mexer enxer=encher`,
  elsewhere: `
    reais=real aneis=anel anéis=anel hotéis=hotel abre=abrir abrem=abrir abres=abrir abro=abrir abra=abrir abram=abrir
    abriu=abrir abrimos=abrir aberto=abrir aberta=abrir abertos=abrir abertas=abrir faço=fazer faz=fazer fazes=fazer
    fazem=fazer fazemos=fazer fez=fazer fizeste=fazer fizeram=fazer feito=fazer feita=fazer feitos=fazer feitas=fazer
    faça=fazer façam=fazer perco=perder perca=perder perdi=perder peço=pedir peça-me=pedir pede=pedir traz=trazer
    trago=trazer trazes=trazer trazem=trazer traga=trazer tragam=trazer traz-se=trazer trouxe=trazer trouxer=trazer
    trouxerem=trazer trazemos=trazer venho=vir vens=vir vem=vir vêm=vir veio=vir vieram=vir vier=vir vierem=vir
    venha=vir venham=vir vindo=vir durmo=dormir dorme=dormir dormem=dormir dormes=dormir dormimos=dormir sirvo=servir
    serve=servir servem=servir visto-me=vestir ouço=ouvir ouve=ouvir ouvem=ouvir prefiro=preferir prefere=preferir
    preferes=preferir sugiro=sugerir sugere=sugerir subo=subir sobe=subir sobem=subir sinto=sentir sente=sentir
    dói=doer doi=doer doem=doer dolorido=dor consigo=conseguir consegue=conseguir consegues=conseguir
    conseguem=conseguir conseguiste=conseguir incluo=incluir inclui=incluir incluem=incluir incluído=incluir
    incluída=incluir incluídos=incluir incluídas=incluir incluso=incluir inclusa=incluir inclusos=incluir
    construo=construir constrói=construir destruído=destruir caiu=cair cai=cair caem=cair caí=cair saio=sair sai=sair
    saem=sair saímos=sair saiu=sair leio=ler lê=ler lêem=ler leem=ler lido=ler lida=ler quebrou=quebrar
    quebrei=quebrar partiu=partir   partiram=partir escrito=escrever escrita=escrever
    escritos=escrever escreve=escrever pago=pagar paga=pagar pagam=pagar pagamos=pagar paguei=pagar pagou=pagar
    pague=pagar paguem=pagar pagas=pagar pagamento=pagar pagamentos=pagar entregue=entregar entregues=entregar
    aceite=aceitar aceites=aceitar aceito=aceitar aceita=aceitar aceitam=aceitar devolução=devolver
    devoluções=devolver resposta=responder respostas=responder reembolso=reembolsar morto=morrer morta=morrer
    mortos=morrer começa=começar começam=começar começo=começar comece=começar começou=começar fico=ficar fica=ficar
    ficam=ficar marco-me=marcar marquei=marcar marque=marcar marquem=marcar toque=tocar toquei=tocar busquei=buscar
    busque=buscar estaciono=estacionar troquei=trocar troque=trocar toco=tocar chego=chegar cheguei=chegar
    chegue=chegar cheguem=chegar alugo=alugar aluguel=alugar aluguer=alugar aluguéis=alugar alugueres=alugar
    aluguei=alugar joguei=jogar ligue=ligar liguem=ligar liguei=ligar largou=largar levei=levar nadei=nadar
    nada-se=nadar corri=correr corre=correr correm=correr vendo-os=vender fáceis=fácil faceis=fácil difíceis=difícil
    dificeis=difícil possíveis=possível disponíveis=disponível disponiveis=disponível acessíveis=acessível
    acessiveis=acessível móveis=móvel moveis=móvel úteis=útil infantis=infantil frágeis=frágil fragil=frágil
    fósseis=fóssil mães=mãe maes=mãe cãezinhos=cão cãozinho=cão caozinho=cão cachorrinho=cachorro cachorrinha=cachorro
    cachorrinhos=cachorro cadelinha=cadela cachorra=cachorro gatinho=gato gatinha=gato gatinhos=gato filhinho=filho
    filhinha=filho filha=filho filhas=filho netinho=neto netinha=neto menininha=menina menininho=menino miudinho=miúdo
    irmãzinha=irmão irmãozinho=irmão bebezinho=bebê bolinho=bolo bolinhos=bolo precinho=preço descontinho=desconto
    pertinho=perto longinho=longe cedinho=cedo tardinha=tarde pouquinho=pouco rapidinho=rápido aulinha=aula
    cursinho=curso lojinha=loja presentinho=presente prendinha=prenda lembrancinha=lembrança docinho=doce
    docinhos=doce salgadinho=salgado salgadinhos=salgado cafezinho=café lanchinho=lanche festinha=festa
    musiquinha=música fotinha=foto fotinho=foto videozinho=vídeo livrinho=livro caixinha=caixa saquinho=saco
    saquinhos=saco pacotinho=pacote casinha=casa quartinho=quarto mesinha=mesa plantinha=planta plantinhas=planta
    florzinha=flor hortinha=horta passarinho=pássaro passarinhos=pássaro bichinho=bicho bichinhos=bicho
    cavalinho=cavalo porquinho=porco franguinho=frango perguntinha=pergunta duvidazinha=dúvida horinha=hora
    horinhas=hora minutinho=minuto minutinhos=minuto semaninha=semana continha=conta gravidez=grávida nervosa=nervoso`,
  apart: `
    pedro=pedro explicação=explicacao explicações=explicacao explicacao=explicacao explicacoes=explicacao explicador=explicador
    acordo=acordo acordos=acordo acorde=acorde acordes=acorde acordado=acordado água=agua águas=agua agua=agua
    águia=aguia águias=aguia aguia=aguia área=area areas=area areia=areia ave=ave aves=ave aveia=aveia avó=avo avô=avo
    avo=avo avós=avo avos=avo autoridade=autoridade baixo=baixo baixa=baixo baixos=baixo baixar=baixar bala=bala
    balas=bala balada=balada baladas=balada baleia=baleia banca=banca bancas=banca banco=banco bancos=banco
    banho=banho banhos=banho banhado=banhado banhados=banhado banheiro=banheiro banheiros=banheiro banheira=banheira
    bateria=bateria baterias=bateria baterista=bateria bater=bater bebé=bebe bebê=bebe bebés=bebe bebês=bebe
    beber=beber bebo=beber bebem=beber bebida=bebida bebidas=bebida bêbado=bebado bicha=bicha bichas=bicha bicho=bicho
    bichos=bicho boi=boi bois=boi boia=boia bóia=boia bola=bola bolas=bola bolo=bolo bolos=bolo boleia=boleia
    borda=borda bordas=borda bota=bota botas=bota bote=bote botão=botao botões=botao brinco=brinco brincos=brinco
    brincar=brincar brincam=brincar brinca=brincar cabe=cabem cabem=cabem cabo=cabo cabos=cabo cadeia=cadeia
    cadeado=cadeado calça=calcas calças=calcas calcas=calcas calçado=calcado calcado=calcado calçados=calcado
    cama=cama camas=cama câmara=camara câmera=camara câmaras=camara câmeras=camara camera=camara camara=camara
    camarão=camarao camarões=camarao camarim=camarim caminho=caminho caminhos=caminho caro=caro cara=cara caros=caro
    caras=cara carro=carro carros=carro carris=carris carrinho=carrinho carrinhos=carrinho carrinha=carrinha casa=casa
    casas=casa casal=casal casais=casal casado=casar casada=casar casados=casar casadas=casar casar=casar casou=casar
    casei=casar caso=caso casos=caso castanha=castanha castanhas=castanha castanho=castanho cerca=cerca cercas=cerca
    cerco=cerco cão=cao cao=cao cães=cao caes=cao chá=cha cha=cha chás=cha chas=cha chão=chao chao=chao chat=chat
    chato=chato cinza=cinza cinzas=cinzas cobras=cobrar cobram=cobrar cobro=cobrar cobramos=cobrar
    cobrar=cobrar cobrir=cobrir cobrem=cobrir cola=cola colas=cola colar=colar colares=colar
    colete=colete coletes=colete coletiva=coletivo coletivo=coletivo comer=comer come=comer comem=comer comemos=comer
    comida=comida comidas=comida cômodo=comodo cómodo=comodo comprido=comprido comprida=comprido concerto=concerto
    concertos=concerto conter=conter contém=conter contem=conter contêm=conter conta=conta contas=conta conto=conto
    contos=conto contar=contar copo=copo copos=copo cópia=copia cópias=copia copia=copia copiar=copia cor=cor
    cores=cor coro=coro coros=coro coral=coral corais=coral corrida=corrida corridas=corrida costa=costa costas=costas
    curta=curta curtas=curta curto=curto curtos=curto curte=curtir curtem=curtir curti=curtir curtir=curtir dado=dado
    dados=dados disse=disse direito=direito direitos=direito direita=direita duro=duro dura=durar duram=durar
    durar=durar duros=duro exemplar=exemplar exemplares=exemplar expressamente=expressamente faca=faca facas=faca
    face=face fado=fado fados=fado fada=fada fadas=fada fase=fase fases=fase faseado=faseado favo=favo favos=favo
    favor=favor férias=ferias ferias=ferias ferida=ferida feridas=ferida ferro=ferro feira=feira feiras=feira
    feriado=feriado feriados=feriado final=final finais=final finalidade=finalidade finalista=finalista fixo=fixo
    fixe=fixe fora=fora forno=forno fornos=forno freguesia=freguesia freguesias=freguesia freguês=fregues fundo=fundo
    fundos=fundo galera=galera galeria=galeria galerias=galeria galo=galo galos=galo gama=gama gelo=gelo gelado=gelado
    gelados=gelado geleia=geleia gema=gema gemas=gema generoso=generoso golfe=golfe golfo=golfo gravar=gravar
    grava=gravar gravam=gravar grávida=gravid grávidas=gravid gravida=gravid gravidas=gravid gravidez=gravid
    importação=importacao importar=importar importante=importante importantes=importante jornal=jornal jornais=jornal
    jornada=jornada jornadas=jornada lã=la lãs=la lata=lata latas=lata latir=latir late=latir latem=latir
    lavanda=lavanda lavandaria=lavandaria lavanderia=lavandaria lente=lente lentes=lente lento=lento lenta=lento
    leve=leve leves=leve libra=libra libras=libra licença=licenca licenças=licenca licenca=licenca
    licenciado=licenciado licenciatura=licenciado linha=linha linhas=linha linho=linho livro=livro livros=livro
    livre=livre livres=livre localidade=localidade localidades=localidade longo=longo longa=longo longe=longe
    louça=louca louças=louca loiça=louca loiças=louca louco=louco louca=louco luto=luto luta=luta lutas=luta
    lutar=luta mãe=mae mae=mae mamã=mae mamãe=mae mamae=mae mão=mao mãos=mao mao=mao maos=mao mala=mala malas=mala
    mal=mal maca=maca macas=maca maçã=macan maçãs=macan mar=mar mares=mar maré=mare marido=marido maridos=marido
    março=marco2 marca=marca marcas=marca marcar=marcar marcação=marcar marcações=marcar marcado=marcar marcada=marcar
    marcamos=marcar marcam=marcar marco=marco mata=mata matas=mata matar=matar media=media média=media medo=medo
    medos=medo medida=medida medidas=medida medir=medir mede=medir meia=meia meias=meias meio=meio meios=meio
    mesa=mesa mesas=mesa mês=mes meses=mes mes=mes moda=moda modas=moda modo=modo modos=modo museu=museu museus=museu
    musa=musa musas=musa nada=nada nadar=nadar nado=nadar nadam=nadar nata=nata natas=nata natal=natal nove=nove
    novo=novo nova=novo novos=novo novas=novo objetiva=objetiva objetivas=objetiva ópera=opera ouvido=ouvido
    ouvidos=ouvido pá=pazinha pão=pao pao=pao pães=pao paes=pao pãozinho=pao pai=pai pais=pais papá=pai papai=pai
    papa=papa papel=papel papéis=papel par=par pares=par parar=parar para=para paro=parar param=parar parto=parto
    partos=parto parte=parte partes=parte partido=partido partidos=partido partida=partida partidas=partida partir=partir parque=parque parques=parque passe=passe passes=passe
    passo=passo passos=passo passear=passeio passeio=passeio passeios=passeio pastel=pastel pastéis=pastel
    pasteis=pastel pastelaria=pastelaria pastelarias=pastelaria pele=pele peles=pele pelo=pelo pelos=pelo pena=pena
    penas=pena pen=pen peso=peso pesos=peso peça=peca peças=peca peca=peca pecas=peca pé=pe pés=pe pe=pe podar=podar
    poda=podar podo=podar população=populacao porta=porta portas=porta porto=porto portos=porto portes=portes
    porte=porte post=post posts=post postar=postar pousada=pousada pousadas=pousada praia=praia praias=praia
    prato=prato pratos=prato prata=prata preto=preto preta=preto pretos=preto pretas=preto principiante=principiante
    principiantes=principiante princípio=principio prova=prova provas=prova provar=provar público=publico
    pública=publico quarta=quarta quartas=quarta quarto=quarto quartos=quarto quadrado=quadrado queixo=queixo
    reforma=reforma reformas=reforma reformado=reformado reformada=reformado reformados=reformado remo=remo
    remar=remar restaurante=restaurante restaurantes=restaurante retiro=retiro retiros=retiro retirar=retirar
    retiram=retirar retira=retirar rim=rim rima=rima rimas=rima rolo=rolo rolos=rolo rolê=role sala=sala salas=sala
    sal=sal salada=salada saladas=salada salão=salao salões=salao salvo=salvo sábado=sabado sábados=sabado
    sabado=sabado sabados=sabado saco=saco sacos=saco sacada=sacada seda=seda sede=sede sedes=sede segunda=segunda
    segundas=segunda segundo=segundo segundos=segundo seguro=seguro seguros=seguro segura=seguro segurança=seguranca
    selo=selo selos=selo sela=sela selas=sela sentar=sentar senta=sentar sério=serio séria=serio sobre=sobre sol=sol
    solo=solo solos=solo sola=sola solas=sola som=som sons=som soma=soma somos=somos taxa=taxa taxas=taxa táxi=taxi
    táxis=taxi taxi=taxi tecido=tecido tecidos=tecido tela=tela telas=tela tema=tema temas=tema terço=terco
    terça=terca terças=terca terca=terca térreo=terreo terra=terra terras=terra terreno=terreno tímido=timido
    tímida=timido time=time times=time tom=tom tons=tom tomar=tomar tomada=tomada tomadas=tomada torno=torno
    tornos=torno torrada=torrada torradas=torrada torre=torre torres=torre tour=tour tours=tour touro=touro
    travessa=travessa tubo=tubo tubos=tubo tubarão=tubarao vela=vela velas=vela velho=velho velha=velho vida=vida
    vidas=vida vídeo=video vídeos=video video=video videos=video vidro=vidro vidros=vidro vidrado=vidrado virar=virar
    vira=virar vista=vista vistas=vista visto=visto vistos=visto vale=vale vales=vale valor=valor valores=valor
    vinha=vinha vinhas=vinha vinho=vinho vinhos=vinho verde=verde verdes=verde verão=verao verao=verao ver=ver
    vejo=ver vê=ver vemos=ver vimos=ver viu=ver fato=fato fatos=fato facto=facto ponto=ponto pontos=ponto ponte=ponte
    pontes=ponte ponta=ponta pontas=ponta prima=primo primo=primo primos=primo primas=primo primeiro=primeiro
    primeira=primeiro rio=rio rios=rio rir=rir lei=lei leis=lei ler=ler leite=leite motivo=motivo motivos=motivo
    motor=motor motores=motor motos=moto motorista=motorista horta=horta hortas=horta hora=hora horas=hora onda=onda
    ondas=onda ovo=ovo ovos=ovo saia=saia saias=saia sair=sair roda=roda rodas=roda carne=carne carnes=carne
    carnê=carne2 cedo=cedo centro=centro centros=centro cento=cento corte=corte cortes=corte cortar=corte cortam=corte
    corta=corte cortado=corte entrada=entrada entradas=entrada entrar=entrar entra=entrar entram=entrar entro=entrar
    senhora=senhor pista=pista pistas=pista plano=plano planos=plano planta=planta plantas=planta plantar=plantar
    rota=rota rotas=rota sono=sono sonho=sonho sonhos=sonho tarde=tarde tardes=tarde vivo=vivo vivos=vivo viver=viver
    vive=viver vivem=viver voo=voo voos=voo vara=vara manta=manta mantas=manta massa=massa massas=massa
    massagem=massagem massagens=massagem folha=folha folhas=folha folga=folga forma=forma formas=forma
    formação=formacao formações=formacao grama=grama gramas=grama cesta=cesta cesto=cesto sexta=sexta sextas=sexta
    cura=cura nota=nota notas=nota receita=receita receitas=receita recibo=recibo recibos=recibo rede=rede redes=rede
    prazo=prazo prazos=prazo presa=preso sítio=sitio sítios=sitio sitio=sitio sitios=sitio tinta=tinta tintas=tinta
    turma=turma turmas=turma turno=turno turnos=turno uva=uva uvas=uva`,
};
