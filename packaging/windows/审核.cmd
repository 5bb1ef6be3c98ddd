@echo off
chcp 65001 >nul
title 明算：审核
if "%~1"=="" (
  echo 把要审核的文件拖到这个图标上。
  pause
  exit /b 1
)
"%~dp0node\node.exe" "%~dp0app\dist\cli.js" check %*
pause
