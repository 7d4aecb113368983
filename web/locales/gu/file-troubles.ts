/** Why a file, a report or a row is not taken, by the English sentence; # stands for each number in it. */
export const fileTroubles: Readonly<Record<string, string>> = {
  // Files that are not taken.
  'This file is empty.': 'આ ફાઇલ ખાલી છે.',
  'This file is empty. Download it again and send it.': 'આ ફાઇલ ખાલી છે. ફરી ડાઉનલોડ કરીને મોકલો.',
  'The file did not arrive whole. Send it again.': 'ફાઇલ આખી પહોંચી નથી. ફરી મોકલો.',
  'This file was just removed. Send it again.': 'આ ફાઇલ હમણાં જ દૂર થઈ છે. ફરી મોકલો.',
  'This file is larger than # MB. Download the report for a shorter period and send the parts.':
    'આ ફાઇલ # MB થી મોટી છે. રિપોર્ટ ઓછા દિવસોના ભાગમાં ડાઉનલોડ કરીને મોકલો.',
  'This file is too large. Upload a shorter period.': 'આ ફાઇલ બહુ મોટી છે. ઓછા દિવસોની ફાઇલ મોકલો.',
  'A file inside is larger than # MB. Download a shorter period and upload that.':
    'અંદરની એક ફાઇલ # MB થી મોટી છે. ઓછા દિવસોની ફાઇલ ડાઉનલોડ કરીને મોકલો.',
  'The files inside unpack to more than # MB. Upload a shorter period.':
    'અંદરની ફાઇલો ખૂલીને # MB થી વધારે થાય છે. ઓછા દિવસોની ફાઇલ મોકલો.',
  'This request is larger than # KB.': 'આ # KB થી મોટું છે.',
  'This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password and upload that.':
    'આ જૂની Excel ફાઇલ (.xls) છે, અથવા તેના પર પાસવર્ડ છે. તેને પાસવર્ડ વગર .xlsx માં સેવ કરીને મોકલો.',
  'This is a PDF. We read reports in Excel, CSV and ZIP files.':
    'આ PDF છે. અમે Excel, CSV અને ZIP ફાઇલોના રિપોર્ટ વાંચીએ છીએ.',
  'This is a picture. We read reports in Excel, CSV and ZIP files.':
    'આ ફોટો છે. અમે Excel, CSV અને ZIP ફાઇલોના રિપોર્ટ વાંચીએ છીએ.',
  'This is a web page, not a report. Download the report again from the panel.':
    'આ વેબ પેજ છે, રિપોર્ટ નહીં. પેનલમાંથી રિપોર્ટ ફરી ડાઉનલોડ કરો.',
  'We do not know this kind of file. We read reports in Excel, CSV and ZIP files.':
    'આ પ્રકારની ફાઇલ અમે ઓળખતા નથી. અમે Excel, CSV અને ZIP ફાઇલોના રિપોર્ટ વાંચીએ છીએ.',
  'This CSV file ends in the middle of a cell. Download it again and upload the new copy.':
    'આ CSV ફાઇલ વચ્ચેથી કપાઈ ગઈ છે. ફરી ડાઉનલોડ કરીને નવી ફાઇલ મોકલો.',
  'This text file is cut off or damaged. Download it again and upload the new copy.':
    'આ ફાઇલ કપાઈ ગઈ છે કે બગડેલી છે. ફરી ડાઉનલોડ કરીને નવી ફાઇલ મોકલો.',
  'This file is cut off or damaged. Download it again and upload the new copy.':
    'આ ફાઇલ કપાઈ ગઈ છે કે બગડેલી છે. ફરી ડાઉનલોડ કરીને નવી ફાઇલ મોકલો.',
  'This workbook is damaged. Download it again and upload the new copy.':
    'આ Excel ફાઇલ બગડેલી છે. ફરી ડાઉનલોડ કરીને નવી ફાઇલ મોકલો.',
  'A sheet of this workbook ends in the middle. Download the workbook again and upload the new copy.':
    'આ Excel ફાઇલની એક શીટ વચ્ચેથી કપાઈ ગઈ છે. ફરી ડાઉનલોડ કરીને નવી ફાઇલ મોકલો.',
  'This workbook is written in an unusual way. Open it in Excel, save it as .xlsx and upload that.':
    'આ Excel ફાઇલ અલગ રીતે લખેલી છે. તેને Excel માં ખોલીને .xlsx માં સેવ કરો અને તે મોકલો.',
  'This workbook holds too much text to read at once. Download a shorter period and upload that.':
    'આ Excel ફાઇલમાં એક વારમાં વાંચવા માટે બહુ વધારે લખાણ છે. ઓછા દિવસોની ફાઇલ ડાઉનલોડ કરીને મોકલો.',
  'This workbook holds definitions that no report needs, so we do not open it.':
    'આ Excel ફાઇલમાં એવી વસ્તુઓ છે જે કોઈ રિપોર્ટમાં હોતી નથી, એટલે અમે તેને ખોલતા નથી.',
  'This is a binary Excel workbook (.xlsb). Save it as .xlsx and upload that.':
    'આ .xlsb વાળી Excel ફાઇલ છે. તેને .xlsx માં સેવ કરીને મોકલો.',
  'This file has more than # rows. Download a shorter period and upload that.':
    'આ ફાઇલમાં # થી વધારે લાઇનો છે. ઓછા દિવસોની ફાઇલ ડાઉનલોડ કરીને મોકલો.',
  'This file has more than # columns, so it is no report that we know.':
    'આ ફાઇલમાં # થી વધારે કૉલમ છે, એટલે આ અમારો ઓળખીતો રિપોર્ટ નથી.',
  'A cell of this file holds far more text than any report does.':
    'આ ફાઇલના એક ખાનામાં કોઈ પણ રિપોર્ટ કરતાં બહુ વધારે લખાણ છે.',
  'A row of this file is too long to be a report.': 'આ ફાઇલની એક લાઇન કોઈ રિપોર્ટ માટે બહુ લાંબી છે.',
  'This is a ZIP in a ZIP in a ZIP. Unpack it once and upload the files inside.':
    'આ ZIP ની અંદર ZIP ની અંદર ZIP છે. એક વાર ખોલો અને અંદરની ફાઇલો મોકલો.',
  'This upload holds more than # files. Upload fewer at a time.':
    'આમાં # થી વધારે ફાઇલો છે. એક વારમાં ઓછી ફાઇલો મોકલો.',
  'This ZIP holds more than # files. Upload fewer at a time.':
    'આ ZIP માં # થી વધારે ફાઇલો છે. એક વારમાં ઓછી ફાઇલો મોકલો.',
  'This file is locked with a password. Remove the password and upload it again.':
    'આ ફાઇલ પર પાસવર્ડ છે. પાસવર્ડ દૂર કરીને ફરી મોકલો.',
  'This ZIP was packed in a way we cannot open. Unpack it and upload the files inside.':
    'આ ZIP એવી રીતે બની છે કે અમે ખોલી શકતા નથી. તેને ખોલીને અંદરની ફાઇલો મોકલો.',
  'This ZIP does not hold what it says it holds. Download it again and upload the new copy.':
    'આ ZIP માં તે નથી જે તેના પર લખ્યું છે. ફરી ડાઉનલોડ કરીને નવી ફાઇલ મોકલો.',
  'We know no report in this file. From Meesho we read orders, payments and outstanding payments, returns, claims, GST reports and tax invoices, as the supplier panel gives them; from you, a list of costs with the columns SKU and Cost. As CSV, XLSX, or a ZIP of these.':
    'આ ફાઇલમાં અમારો ઓળખીતો કોઈ રિપોર્ટ નથી. Meesho માંથી અમે ઓર્ડર, પેમેન્ટ, આઉટસ્ટેન્ડિંગ પેમેન્ટ, રિટર્ન, ક્લેમ, GST રિપોર્ટ અને ટેક્સ ઇન્વૉઇસ વાંચીએ છીએ, સપ્લાયર પેનલમાંથી મળે તેવા જ; અને તમારી પાસેથી પડતરની લિસ્ટ, જેમાં SKU અને Cost કૉલમ હોય. CSV, XLSX, કે તેની ZIP માં.',
  'We could not read this file although we tried several times. Nothing of it was counted, and we have been told. You may send it again.':
    'ઘણી વાર પ્રયત્ન કર્યા છતાં અમે આ ફાઇલ વાંચી શક્યા નથી. તેમાંનું કંઈ ગણ્યું નથી, અને અમને જાણ થઈ છે. તમે તેને ફરી મોકલી શકો.',
  'The kept copy of this file cannot be opened: its key is gone, or its bytes were changed. Send the file again.':
    'આ ફાઇલની રાખેલી કૉપિ ખૂલી શકતી નથી: તેની ચાવી રહી નથી, અથવા ફાઇલ બદલાઈ ગઈ. ફાઇલ ફરી મોકલો.',
  // Reports that are held back, and what a report says that is not so.
  'This payments report has the columns of #, which we do not read yet, so nothing in it has been counted.':
    'આ પેમેન્ટ રિપોર્ટમાં # વાળી કૉલમ છે, જે અમે હજી વાંચતા નથી, એટલે તેમાંનું કંઈ ગણ્યું નથી.',
  'This sheet promises money that has not been paid yet, and we read such promises for orders and ads only, so nothing in it has been counted.':
    'આ શીટમાં એ પૈસાનો વાયદો છે જેનું પેમેન્ટ હજી મળ્યું નથી. આવા વાયદા અમે ફક્ત ઓર્ડર અને જાહેરાતના વાંચીએ છીએ, એટલે તેમાંનું કંઈ ગણ્યું નથી.',
  'This file does not say what became of these returns: in transit, out for delivery, delivered or lost. Nothing in it has been counted. Please download it from the panel again and upload it as it comes, with the lines above the table.':
    'આ ફાઇલમાં લખ્યું નથી કે આ રિટર્નનું શું થયું: રસ્તામાં છે, ડિલિવરી માટે નીકળ્યાં, મળી ગયાં કે ખોવાયાં. તેમાંનું કંઈ ગણ્યું નથી. પેનલમાંથી ફરી ડાઉનલોડ કરો અને મળે તેવી જ મોકલો, ટેબલની ઉપરની લાઇનો સાથે.',
  'The formula row of this sheet says that TCS is # %. That is an old text of the panel: the rate is # %, and its rows are checked against that.':
    'આ શીટની ફોર્મ્યુલાવાળી લાઇનમાં TCS # % લખ્યો છે. એ પેનલનું જૂનું લખાણ છે: દર # % છે, અને લાઇનો તેનાથી જ તપાસાય છે.',
  // Archives, lists of costs and bank statements.
  'An archive brings costs and decisions too, so a person has to send it, on the dashboard. Nothing of it was taken.':
    'આર્કાઇવ સાથે પડતર અને નિર્ણયો પણ આવે છે, એટલે તેને કોઈ વ્યક્તિએ અહીંથી જ મોકલવું પડે. તેમાંથી કંઈ લીધું નથી.',
  'This is an archive inside an archive. Send it by itself, if you want what is in it.':
    'આ આર્કાઇવની અંદર આર્કાઇવ છે. તેમાંનું જોઈતું હોય, તો તેને અલગથી મોકલો.',
  'This archive was made by another version of TrackEcom, which we cannot read. Nothing of it was taken.':
    'આ આર્કાઇવ TrackEcom ના બીજા રૂપથી બન્યું છે, જે અમે વાંચી શકતા નથી. તેમાંથી કંઈ લીધું નથી.',
  'This looks like an archive of another program. Nothing of it was taken. Send the report files inside it one by one.':
    'આ બીજા પ્રોગ્રામનું આર્કાઇવ લાગે છે. તેમાંથી કંઈ લીધું નથી. તેની અંદરની રિપોર્ટ ફાઇલો એક એક કરીને મોકલો.',
  'A part of this archive is missing or was changed. Nothing of it was taken. Download it again and send the new copy.':
    'આ આર્કાઇવનો કોઈ ભાગ નથી કે બદલાયો છે. તેમાંથી કંઈ લીધું નથી. ફરી ડાઉનલોડ કરીને નવું મોકલો.',
  'With the stores of this archive there would be more than #. Nothing of it was taken.':
    'આ આર્કાઇવના સ્ટોર ઉમેરતાં # થી વધારે સ્ટોર થઈ જશે. તેમાંથી કંઈ લીધું નથી.',
  'You have sent more than # files, which is more than one archive holds. Take each file from the list of files, and the decisions from the address of their own.':
    'તમે # થી વધારે ફાઇલો મોકલી છે, જે એક આર્કાઇવમાં સમાતી નથી. દરેક ફાઇલ “ફાઇલો” પેજ પરથી ડાઉનલોડ કરો; તમારા નિર્ણયો અલગથી મળે છે.',
  'There are more costs and decisions than one archive holds. Write to us.':
    'પડતર અને નિર્ણયો એક આર્કાઇવમાં સમાય તેથી વધારે છે. અમને લખો.',
  'The decisions of an archive have at most # MB.': 'આર્કાઇવના નિર્ણયો વધુમાં વધુ # MB ના હોઈ શકે.',
  'A list of costs has at most # MB. Send it in parts.':
    'પડતરની લિસ્ટ # MB સુધીની હોઈ શકે. તેને ભાગમાં મોકલો.',
  'This list has more than # rows. Send it in parts.':
    'આ લિસ્ટમાં # થી વધારે લાઇનો છે. તેને ભાગમાં મોકલો.',
  'This is no list of costs: its first row names the columns, at least SKU and Cost, and as well Packaging and Effective From.':
    'આ પડતરની લિસ્ટ નથી: પહેલી લાઇનમાં કૉલમનાં નામ હોય છે, ઓછામાં ઓછાં SKU અને Cost, અને સાથે Packaging અને Effective From પણ.',
  'An earlier row has another cost for this SKU from the same day on.':
    'ઉપરની કોઈ લાઇનમાં આ જ SKU ની આ જ દિવસથી બીજી પડતર લખી છે.',
  'This row has a cost but no SKU.': 'આ લાઇનમાં પડતર છે પણ SKU નથી.',
  'No cost is written here, so the cost of this SKU stays unknown. Write # where it costs nothing.':
    'અહીં પડતર લખી નથી, એટલે આ SKU ની પડતર ખબર નહીં રહે. કંઈ ખર્ચ ન થતો હોય, તો # લખો.',
  'This is not a day we can read. Write it as #-#-#.':
    'આ તારીખ અમે વાંચી શકતા નથી. તેને #-#-# ની જેમ લખો.',
  'This could be two days: #-#-# is # June or # January. Write it as #-#-#.':
    'આ બે તારીખ હોઈ શકે: #-#-# એટલે # જૂન કે # જાન્યુઆરી. તેને #-#-# ની જેમ લખો.',
  'This is not an amount in rupees.': 'આ રૂપિયાની રકમ નથી.',
  'A cost is # or more, and below a crore.': 'પડતર # કે વધારે, અને એક કરોડથી ઓછી હોય.',
  'This statement has more than # rows. Download a shorter period.':
    'આ સ્ટેટમેન્ટમાં # થી વધારે લાઇનો છે. ઓછા દિવસોનું ડાઉનલોડ કરો.',
  'This statement covers more than five years of payouts. Send a shorter one.':
    'આ સ્ટેટમેન્ટ પાંચ વર્ષથી વધારેનાં પેઆઉટનું છે. ઓછા દિવસોનું મોકલો.',
  'This row has more cells than the file has columns.': 'આ લાઇનમાં ફાઇલની કૉલમ કરતાં વધારે ખાનાં છે.',
  'Nothing says whether this amount came in or went out.': 'ક્યાંય લખ્યું નથી કે આ રકમ આવી કે ગઈ.',
  'This is no amount in rupees and paise.': 'આ રૂપિયા-પૈસાની રકમ નથી.',
  'This row has more cells than the table has columns.': 'આ લાઇનમાં ટેબલની કૉલમ કરતાં વધારે ખાનાં છે.',
  'This row has an amount, but no day that we can read.':
    'આ લાઇનમાં રકમ છે, પણ અમે વાંચી શકીએ તેવી તારીખ નથી.',
  'This is no bank statement that we can read: one of its first rows names the columns, at least a date, a narration and the money that came in. Download it from your bank as CSV or Excel.':
    'આ એવું બેંક સ્ટેટમેન્ટ નથી જે અમે વાંચી શકીએ: શરૂઆતની કોઈ લાઇનમાં કૉલમનાં નામ હોય છે, ઓછામાં ઓછાં તારીખ, વિગત અને આવેલા પૈસા. તેને બેંકમાંથી CSV કે Excel માં ડાઉનલોડ કરો.',
}
