# Registers a connector's app with Microsoft Graph PowerShell, uploads a certificate, and consents.
# Not tested on a real tenant yet: read it before you run it. Needs the modules Microsoft.Graph.Applications and
# Microsoft.Graph.Authentication, and somebody who may register apps and consent.
#
#     ./register.ps1 -Connector outlook-mail-metadata -Certificate rapport.crt
param(
    [Parameter(Mandatory)] [ValidateSet('outlook-mail-metadata', 'outlook-mail', 'outlook-calendar')] [string] $Connector,
    [Parameter(Mandatory)] [string] $Certificate
)
$ErrorActionPreference = 'Stop'

Connect-MgGraph -Scopes 'Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All' -NoWelcome
$access = Get-Content -Raw (Join-Path $PSScriptRoot "manifest-$Connector.json") | ConvertFrom-Json -AsHashtable
$public = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new((Resolve-Path $Certificate).Path)

$app = New-MgApplication -DisplayName "Rapport $Connector" -SignInAudience 'AzureADMyOrg' `
    -RequiredResourceAccess @($access) `
    -KeyCredentials @(@{ Type = 'AsymmetricX509Cert'; Usage = 'Verify'; Key = $public.RawData })
$principal = New-MgServicePrincipal -AppId $app.AppId
$graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"

# Consent: one assignment for each role that the app asks for.
foreach ($role in @($access)[0].resourceAccess) {
    New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal.Id -PrincipalId $principal.Id `
        -ResourceId $graph.Id -AppRoleId $role.id | Out-Null
}

"Tenant id: $((Get-MgContext).TenantId)"
"Client id: $($app.AppId)"
