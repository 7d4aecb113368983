import type { money as english } from '../en/money'
import { formatCount, formatDay, formatMonth, formatRate } from '../format'
import type { Words } from '../words'

/** How far a month has come. */
export const money: Words<typeof english> = {
  maturity: {
    label: (month: string) => `${formatMonth(month)} ક્યાં સુધી પહોંચ્યો`,
    settled: (bps: number) => `${formatRate(bps)} સેટલ થયું`,
    final: (bps: number) => `${formatRate(bps)} સબ-ઓર્ડરનો નિર્ણય થઈ ગયો`,
    unknown: 'કેટલું સેટલ થયું તે હજી ખબર નથી',
    safe: (day: string) => `${formatDay(day)} થી ભરોસો કરી શકાય`,
    safeFrom: (day: string) => `${formatDay(day)} થી ભરોસો કરી શકાશે`,
    noSafe: 'ક્યારથી ભરોસો કરી શકાશે, તે હજી કોઈ આગલા મહિના પરથી ખબર પડતી નથી',
    range: 'તેનું સેટલમેન્ટ છેવટે આ બેની વચ્ચે રહી શકે:',
    and: 'અને',
    learned: (months: number, within: number, tested: number) =>
      `${formatCount(months)} મહિના પરથી શીખ્યા, અગાઉની ${formatCount(tested)} ચકાસણીમાંથી ${formatCount(within)} સાચી નીકળી`,
    learnedOnly: (months: number) =>
      `${formatCount(months)} મહિના પરથી શીખ્યા, ચકાસવા માટે મહિના ઓછા છે`,
    noRange: 'ગાળો બતાવવા માટે આગલા મહિના ઓછા છે',
    profitRange: 'તેનો ચોખ્ખો નફો છેવટે આ બેની વચ્ચે રહી શકે:',
    running: 'છેવટે કેટલું થશે તે મહિનો પૂરો થયા પછી કહી શકાશે',
    noProfit: {
      counting: 'તેનો ચોખ્ખો નફો હજી ગણાઈ રહ્યો છે',
      costs_unknown:
        'જ્યાં સુધી માલની પડતર કે પેકિંગમાં કંઈ ભરવાનું બાકી છે, ત્યાં સુધી ચોખ્ખા નફાનો ગાળો કહી ન શકાય',
      gst_unknown: 'જ્યાં સુધી કોઈ લાઇનનો GST દર ખબર નથી, ત્યાં સુધી ચોખ્ખા નફાનો ગાળો કહી ન શકાય',
      earlier_unknown: 'આગલા મહિનાની કોઈ પડતર કે GST દર ખબર નથી, તેથી ચોખ્ખા નફાનો ગાળો કહી ન શકાય',
    },
    notUpToDate: 'હમણાં નાખેલી ફાઇલો તપાસાઈ રહી છે',
    end: '.',
  },
}
