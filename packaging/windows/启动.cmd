@echo off
chcp 65001 >nul
title 明算
set "HERE=%~dp0"
set "NODE=%HERE%node\node.exe"
set "DATA=%HERE%data"
if not exist "%NODE%" (
  echo 文件不全：没有 node\node.exe。请重新解压整个文件夹。
  pause
  exit /b 1
)
echo 正在启动。请不要关闭这个窗口；要停止，按 Ctrl-C。
echo 浏览器没有自动打开时，请访问 http://127.0.0.1:8080/app/
start "" /min cmd /c "ping -n 15 127.0.0.1 >nul & start http://127.0.0.1:8080/app/"
"%NODE%" "%HERE%app\dist\cli.js" serve --data "%DATA%"
if errorlevel 1 pause
