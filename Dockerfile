FROM node:24-bookworm-slim
WORKDIR /lemma
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ENV NODE_ENV=production HOST=0.0.0.0
RUN npm run generate && npm run build
EXPOSE 3000
CMD ["npm", "run", "web"]
