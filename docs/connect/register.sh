#!/bin/sh
# Registers a connector's app with the Azure CLI, uploads a certificate, and consents.
# Not tested on a real tenant yet: read it before you run it. Needs az, signed in (az login) as somebody who may
# register apps and consent: Cloud Application Administrator and Privileged Role Administrator, or Global Administrator.
#
#     ./register.sh outlook-mail-metadata rapport.crt
set -eu

connector=${1:?say which connector: outlook-mail-metadata, outlook-mail or outlook-calendar}
certificate=${2:?say which certificate (PEM, without its key)}
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
manifest=$here/manifest-$connector.json
[ -r "$manifest" ] || { echo "there is no manifest for $connector" >&2; exit 2; }

client=$(az ad app create \
    --display-name "Rapport $connector" \
    --sign-in-audience AzureADMyOrg \
    --required-resource-accesses "@$manifest" \
    --query appId --output tsv)
az ad app credential reset --id "$client" --append --cert "@$certificate" --query appId --output none
az ad sp create --id "$client" --output none
# The new service principal takes some seconds to be known everywhere.
sleep "${RAPPORT_PAUSE:-15}"
az ad app permission admin-consent --id "$client"

printf 'Tenant id: %s\nClient id: %s\n' "$(az account show --query tenantId --output tsv)" "$client"
