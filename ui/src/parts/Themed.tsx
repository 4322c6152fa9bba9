//! Ant Design in the colours of this product, for the widgets taken from it. It is read only by pages that need it, after the first
//! drawing: the frame and the first page start without it.

import { ConfigProvider, theme, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useWatched } from '../store'
import { dark as darkNow } from '../theme'
import { useTongue } from '../words'

const FONT = '"Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const CODE = '"Liberation Mono", "Noto Sans SC", monospace'

const common = {
  fontFamily: FONT, fontFamilyCode: CODE, fontSize: 14, lineHeight: 22 / 14, fontWeightStrong: 600,
  borderRadius: 6, borderRadiusSM: 5, borderRadiusLG: 8, controlHeight: 32, controlHeightSM: 26, controlHeightLG: 40,
  sizeUnit: 4, sizeStep: 4, wireframe: false, motion: false, boxShadow: 'none',
}

export const light: ThemeConfig = {
  token: {
    ...common,
    colorPrimary: '#1f4e79', colorInfo: '#1f4e79', colorLink: '#1f4e79', colorSuccess: '#1a6a3b', colorWarning: '#855600', colorError: '#b3261e',
    colorText: '#1b2026', colorTextSecondary: '#4a5460', colorTextTertiary: '#5f6975', colorTextQuaternary: '#5f6975', colorTextDisabled: '#5f6975',
    colorTextPlaceholder: '#5f6975', colorBgLayout: '#f4f5f7', colorBgContainer: '#ffffff', colorBgElevated: '#ffffff', colorFillAlter: '#f7f8fa',
    colorBorder: '#d3d9e0', colorBorderSecondary: '#e7eaee', colorSplit: '#e7eaee', boxShadowSecondary: '0 6px 24px rgba(20,32,46,.18)',
  },
  components: {
    Table: { cellPaddingBlockSM: 4, cellPaddingInlineSM: 8, cellFontSizeSM: 13, headerBg: '#f7f8fa', headerColor: '#4a5460', rowSelectedBg: '#e9f0f6', rowSelectedHoverBg: '#e9f0f6', rowHoverBg: '#f2f6fa', headerBorderRadius: 0 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Select: { optionSelectedBg: '#e9f0f6', optionActiveBg: '#f2f6fa', optionSelectedColor: '#1f4e79' },
    Tree: { nodeSelectedBg: '#e9f0f6', nodeHoverBg: '#f2f6fa' },
  },
}

export const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...common,
    colorPrimary: '#7fb2df', colorInfo: '#7fb2df', colorLink: '#7fb2df', colorSuccess: '#7fcb9a', colorWarning: '#e5b454', colorError: '#f28b82',
    colorText: '#e4e8ec', colorTextSecondary: '#b3bcc5', colorTextTertiary: '#909aa5', colorTextQuaternary: '#909aa5', colorTextDisabled: '#909aa5',
    colorTextPlaceholder: '#909aa5', colorTextLightSolid: '#0f1a24', colorBgLayout: '#14181c', colorBgContainer: '#1b2025', colorBgElevated: '#1b2025', colorFillAlter: '#20262c',
    colorBorder: '#39424b', colorBorderSecondary: '#2a3138', colorSplit: '#2a3138', boxShadowSecondary: '0 6px 24px rgba(0,0,0,.5)',
  },
  components: {
    Table: { cellPaddingBlockSM: 4, cellPaddingInlineSM: 8, cellFontSizeSM: 13, headerBg: '#20262c', headerColor: '#b3bcc5', rowSelectedBg: '#1d3145', rowSelectedHoverBg: '#1d3145', rowHoverBg: '#232b33', headerBorderRadius: 0 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Select: { optionSelectedBg: '#1d3145', optionActiveBg: '#232b33', optionSelectedColor: '#7fb2df' },
    Tree: { nodeSelectedBg: '#1d3145', nodeHoverBg: '#232b33' },
  },
}

export default function Themed({ children }: { children: ReactNode }) {
  const tongue = useTongue()
  return (
    <ConfigProvider theme={useWatched(darkNow) ? dark : light} locale={tongue === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  )
}
